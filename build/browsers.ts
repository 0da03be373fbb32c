import { readFileSync } from 'node:fs';
import * as z from 'zod';

const { browserslist } = z.object({ browserslist: z.array(z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** The oldest versions of the browsers that the app supports, by browserslist's names: `firefox`, `ios_saf`. */
export const oldestBrowsers: ReadonlyMap<string, string> = new Map(browserslist.map((query) => query.split(' >= ') as [string, string])); // no other kind of query is used

/** The same as Vite names them: `firefox128`, `ios17.5`. */
export const buildTarget = [...oldestBrowsers].map(([name, version]) => `${name === 'ios_saf' ? 'ios' : name}${version}`);
