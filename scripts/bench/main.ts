/**
 * `npm run bench`: measures how fast the built app is, in a real Chromium. Figures are only comparable within one run.
 *
 *   --vs DIR      also measures that build, or the build of that checkout, alternating with ours; may be repeated
 *   --floors      also measures the two apps in scripts/bench/floors: a page without any library (plain), and a minimal app with our libraries (stack)
 *   --runs N      how often each figure is measured (3)
 *   --only A,B    load, navigate, work, rows, memory, server
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostingHeaders, type HostingHeaders } from '../../build/headers.ts';
import { benchApi } from './api.ts';
import { launch, logIn, plain, slowPhone } from './chrome.ts';
import { Figures, table } from './figures.ts';
import { host } from './host.ts';
import { heap, load } from './loading.ts';
import { memory } from './memory.ts';
import { navigate, rows, work } from './working.ts';

const { values } = parseArgs({ options: { floors: { type: 'boolean' }, vs: { type: 'string', multiple: true }, runs: { type: 'string' }, only: { type: 'string' } } });
const runs = Number(values.runs ?? 3);
const { 'Content-Security-Policy': _policy, ...goodHost } = hostingHeaders('').html;
const wanted = (name: string) => values.only === undefined || values.only.split(',').includes(name);

const api = await benchApi({ members: 1320, departments: 60 });
const floors = values.floors ? ['plain', 'stack'].map((name) => `scripts/bench/floors/${name}`) : [];
const candidates = await Promise.all(
  ['.', ...floors, ...(values.vs ?? [])].map(async (folder) => {
    const dist = builtIn(resolve(folder));
    const { url } = await host(dist, pageHeaders(dist), api.respond);
    return { name: folder === '.' ? 'ours' : basename(resolve(folder)), url, figures: new Figures() };
  }),
);
const browser = await launch();

for (const [name, step] of Object.entries(steps())) {
  if (!wanted(name)) continue;
  for (let run = 1; run <= (name === 'memory' ? 1 : runs); run += 1) {
    for (const candidate of candidates) {
      console.error(`${name}, run ${run}: ${candidate.name}`);
      // Another app may not have what is measured; its column then has a gap.
      await step(candidate).catch((error: unknown) => console.error(String(error).split('\n')[0]));
      // A page left open would slow down the next one.
      for (const context of browser.contexts()) await context.close();
    }
  }
}
await browser.close();
console.log(`Chromium ${browser.version()}, medians of ${runs} runs (lowest–highest). Unless it says otherwise: CPU 4× slower, Slow 4G while loading.\n`);
console.log(table(candidates));

if (wanted('server')) spawnSync('node_modules/.bin/tsx', ['server/bench.ts'], { stdio: 'inherit' });
process.exit(0); // the hosts keep their connections open

function steps(): Record<string, (candidate: (typeof candidates)[number]) => Promise<void>> {
  const sessions = new Map<string, Promise<Awaited<ReturnType<typeof logIn>>>>();
  const sessionOf = (url: string) => {
    const session = sessions.get(url) ?? logIn(browser, url);
    sessions.set(url, session);
    return session;
  };
  return {
    async load({ url, figures }) {
      // So that starting the browser is not counted against the first app. A failure here recurs below.
      await sessionOf(url).catch(() => undefined);
      for (const conditions of [['', slowPhone], ['this machine', plain]] as const) {
        await load(browser, url, 'login', undefined, conditions, figures);
        await load(browser, url, 'list', await sessionOf(url), conditions, figures);
      }
    },
    navigate: async ({ url, figures }) => navigate(browser, url, await sessionOf(url), figures),
    work: async ({ url, figures }) => work(browser, url, await sessionOf(url), figures),
    async rows({ url, figures }) {
      for (const count of [10, 100, 1000]) {
        api.setPageSize(count);
        await rows(browser, url, await sessionOf(url), count, figures, heap).finally(() => api.setPageSize(20));
      }
    },
    memory: async ({ url, figures }) => memory(url, await sessionOf(url), figures),
  };
}

/** The build in a folder: a checkout is built first; any other folder is a build itself. */
function builtIn(folder: string): string {
  if (!existsSync(join(folder, 'package.json'))) return folder;
  const build = spawnSync('npm', ['run', 'build', '--silent', '--', '--logLevel', 'warn'], { cwd: folder, stdio: 'inherit' });
  if (build.status !== 0) throw new Error(`${folder} cannot be built`);
  return join(folder, 'dist');
}

/** The headers of pages: those of a good host, or the ones that our build wrote: its security policy takes time too. */
function pageHeaders(dist: string): Record<string, string> {
  const file = join(dist, '../dist-meta/headers.json');
  if (!existsSync(file)) return goodHost;
  const { html } = JSON.parse(readFileSync(file, 'utf8')) as HostingHeaders; // our own build wrote it
  return html;
}
