import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesUnder } from '../build/files.ts';
import { apiCalls, endpointOffences, lockfileOffences, medianLength, offences, testedFiles, wayTo } from './support/house-rules.ts';

const source = ['src', 'server', 'tests', 'scripts', 'build']
  .flatMap(filesUnder)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const product = source.filter(({ path }) => /^(?:src|server)\//.test(path));

describe('the house', () => {
  test('every file has a telling kebab-case name and imports only what its room may', () => {
    expect(source.length).toBeGreaterThan(20);
    expect(source.flatMap(offences)).toEqual([]);
  });

  // The first requests leave before React has arrived: it must not come along with what they need.
  test.each(['src/data/', 'src/app/start/'])('%s is free of React', (room) => {
    const files = new Map(product.map(({ path, text }) => [path, text]));
    const inside = [...files.keys()].filter((path) => path.startsWith(room));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.flatMap((path) => wayTo('react', path, files)?.join(' > ') ?? [])).toEqual([]);
  });

  test('each endpoint is written once, in src/api or as one of the session’s', () => {
    // The contract has 22: it gives each of the two lists three numbers, for its pages, its search and its order.
    expect(apiCalls(product)).toHaveLength(18);
    expect(endpointOffences(product)).toEqual([]);
  });

  test('every unit test is named after the file it tests', () => {
    const paths = new Set(source.map(({ path }) => path));
    const tests = [...paths].filter((path) => path.startsWith('tests/unit/'));
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !testedFiles(path).some((file) => paths.has(file)))).toEqual([]);
  });

  test('files are short', () => {
    expect(medianLength(product)).toBeLessThanOrEqual(80);
    const long = product.filter(({ text }) => text.split('\n').length > 200).map(({ path }) => path);
    expect(long.length, `over 200 lines: ${long.join(', ')}`).toBeLessThanOrEqual(Math.ceil(product.length / 50));
  });

  test('the lockfile is complete and names no registry', () => {
    expect(lockfileOffences(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
  });
});

describe('the checker itself', () => {
  test.each([
    ['src/ui/index.ts', '', 'barrel'],
    ['src/ui/TextField.tsx', '', 'kebab-case'],
    ['src/lib/date-utils.ts', '', 'says nothing'],
    ['server/common/clock.ts', '', 'says nothing'],
    ['src/lib/a.ts', `import { b } from '../ui/b.ts';`, 'lib may not import src/ui/b.ts'],
    ['src/ui/a.tsx', `import { b } from '../api/b.ts';`, 'ui may not import'],
    ['src/ui/a.tsx', `const b = lazy(() => import('../features/x/b.tsx'));`, 'ui may not import'],
    ['src/api/a.ts', `import type { B } from '../app/b.ts';`, 'api may not import'],
    ['src/api/a.ts', `export {\n  b,\n  c,\n} from '../app/b.ts';`, 'api may not import'],
    ['src/features/x/a.tsx', `import { Y } from '../y/y-page.tsx';`, 'features may not import'],
    ['src/features/x/a.tsx', `import { Y } from '../../app/shell/shell.tsx';`, 'features may not import'],
    ['src/unknown/a.ts', '', 'is in no room'],
    ['src/contract/a.ts', `import * as z from 'zod';`, 'only zod/mini'],
    ['server/a.ts', `import { b } from '../src/lib/b.ts';`, 'server may not import'],
    ['server/db/a.ts', `import type { B } from '../http/b.ts';`, 'server/db may not import server/http/b.ts'],
    ['server/db/a.ts', `import { b } from '../routes/b.ts';`, 'server/db may not import server/routes/b.ts'],
    ['src/lib/a.ts', `import { b } from './b';`, 'without its extension'],
    ['src/lib/a.ts', `\n\nconst a = JSON.parse(b) as Row;`, 'line 3 asserts a type'],
  ])('%s with %j is refused', (path, text, complaint) => {
    expect(offences({ path, text }).join('\n')).toContain(complaint);
  });

  test.each([
    ['src/app/a.tsx', `import { B } from '../features/x/b-page.tsx';\nimport '../app/app.css';`],
    ['src/features/x/a.tsx', `import { y } from '../../data/y.ts';\nimport { paths } from '../../paths.ts';`],
    ['src/contract/a.ts', `import * as z from 'zod/mini';\nconst all = ['id'] as const;`],
    ['server/a.ts', `import { b } from '../src/contract/b.ts';`],
    ['src/lib/a.ts', `import { b as c } from './b.ts';\n// b was checked above\nconst a = c as string;`],
    ['src/lib/a.ts', `const text = 'as long as it takes';`],
  ])('%s with %j is fine', (path, text) => {
    expect(offences({ path, text })).toEqual([]);
  });

  test('React is found at the end of any chain of imports, but for types and what is loaded later', () => {
    const files = new Map([
      ['src/data/a.ts', `import { b } from '../lib/b.ts';`],
      ['src/lib/b.ts', `export { c } from './c.ts';`],
      ['src/lib/c.ts', `import { useState } from 'react';`],
      ['src/data/d.ts', `import type { B } from '../lib/b.ts';\nconst c = () => import('../lib/c.ts');`],
    ]);
    expect(wayTo('react', 'src/data/a.ts', files)).toEqual(['src/data/a.ts', 'src/lib/b.ts', 'src/lib/c.ts', 'react']);
    expect(wayTo('react', 'src/data/d.ts', files)).toBeNull();
  });

  const request = `import { request } from '../http/request.ts';\n`;
  const list = `const a = (id: string) => listPage('/rows/', schema);\n`;
  const change = `const b = (id: string) => request(api, schema, { method: 'PATCH', url: \`/rows/\${encodeURIComponent(id)}/\`, data });\n`;

  test('an endpoint is told by its method and its address', () => {
    const add = `const c = () =>\n  request(api, null, {\n    data,\n    url: '/rows/',\n    method: 'POST',\n  });\n`;
    const read = `const d = () => request(api, schema, { url: '/me/' });\n`;
    const files = [{ path: 'src/api/rows.ts', text: request + list + change + add + read }];
    expect(apiCalls(files).map(({ endpoint }) => endpoint)).toEqual(['GET /rows/', 'PATCH /rows/:id/', 'POST /rows/', 'GET /me/']);
    expect(endpointOffences(files)).toEqual([]);
  });

  test.each([
    ['src/api/more.ts', list, 'GET /rows/ is written already'],
    ['src/api/more.ts', change, 'PATCH /rows/:id/ is written already'],
    ['src/session/transport.ts', change, 'is written already'],
    ['src/session/renewal.ts', `request(client, schema, { method: 'POST', url: '/auth/jwt/refresh/' });`, 'POST /auth/jwt/refresh/ belongs to src/api'],
    ['src/session/transport.ts', `request(client, schema, { url: '/me/' });`, 'belongs to src/api'],
    ['src/data/rows.ts', request, 'belong to src/api'],
    ['src/jobs/a.ts', `import { listPage } from '../api/list-page.ts';`, 'belong to src/api'],
    ['src/features/x/a.ts', `import { session, api } from '../../session/client.ts';`, 'belong to src/api'],
    ['src/http/a.ts', `request(client, schema, { url: '/me/' });`, 'belongs to src/api'],
    ['src/lib/a.ts', `import axios from 'axios';`, 'belong to src/api'],
  ])('%s with %j beside src/api/rows.ts is refused', (path, text, complaint) => {
    expect(endpointOffences([{ path: 'src/api/rows.ts', text: list + change }, { path, text }]).join('\n')).toContain(complaint);
  });

  test('a unit test stands for the file of the same path, in src or beside it', () => {
    expect(testedFiles('tests/unit/lib/dates.test.ts')).toEqual(['src/lib/dates.ts', 'src/lib/dates.tsx', 'lib/dates.ts']);
    expect(testedFiles('tests/unit/build/csp.test.ts')).toContain('build/csp.ts');
  });

  test('lengths, addresses and gaps are seen', () => {
    const lines = (count: number) => ({ path: 'src/lib/a.ts', text: 'x\n'.repeat(count) });
    expect(medianLength([lines(10), lines(300), lines(90)])).toBe(90);
    const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz', optionalDependencies: { b: '1.0.0' } } };
    expect(lockfileOffences(JSON.stringify({ packages }))).toEqual([
      'node_modules/a names https://registry.example/a.tgz',
      'b, wanted by node_modules/a, is missing',
    ]);
  });
});
