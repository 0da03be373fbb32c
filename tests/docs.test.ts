import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { filesUnder } from '../build/files.ts';

const folders = ['src', 'server', 'tests', 'scripts', 'build', 'docs', 'deploy'];
const files = [...folders.flatMap(filesUnder), 'README.md', 'vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'];
const pages = files.filter((path) => path.endsWith('.md'));
const read = (path: string) => readFileSync(path, 'utf8');

describe('what is written', () => {
  test('links lead to what is there', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap((page) => linksOf(page).filter((link) => !leads(page, link)).map((link) => `${page}: ${link}`))).toEqual([]);
  });

  test('docs and comments name only files that are there', () => {
    const sources = files.filter((path) => /\.(?:md|tsx?|mjs|css|conf)$|Caddyfile$/.test(path));
    const missing = sources.flatMap((path) => namedIn(path).filter((name) => !isThere(name)).map((name) => `${path}: ${name}`));
    expect(missing).toEqual([]);
  });
});

describe('the decisions', () => {
  test('each has a number, a date and a status, and stands in the index with them', () => {
    const lines = pages.filter((path) => /^docs\/decisions\/\d/.test(path)).map((path) => {
      const [, number, title, date, status] = /^# (\d{3}) (.+)\n\n(\d{4}-\d{2}-\d{2}).* · (accepted|superseded by \d{3})\n/.exec(read(path)) ?? [];
      return `| ${number} | [${title}](${basename(path)}) | ${date} | ${status} |`;
    });
    expect(read('docs/decisions/README.md').match(/^\| \d.*$/gm)).toEqual(lines);
  });

  test('each dependency has its line', () => {
    const { dependencies, devDependencies } = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const lines = [...read('docs/decisions/dependencies.md').matchAll(/^\| (?!Package|-)(\S+) \|/gm)].map(([, name]) => name);
    expect(new Set(lines)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })));
  });
});

/** The links and images of a page that stay in the project. */
function linksOf(page: string): string[] {
  const links = read(page).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g);
  return [...links].map(([, link, image]) => link ?? image ?? '').filter((link) => !/^https?:/.test(link));
}

/** Whether a link of a page leads to a file, and to a heading in it if it names one. */
function leads(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  return heading === undefined || [...read(target).matchAll(/^#+ (.+)$/gm)].some(([, text = '']) => text.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-') === heading);
}

/** The files and folders that a page, or the comments of a source, name. */
function namedIn(path: string): string[] {
  const text = path.endsWith('.md') ? read(path) : (read(path).match(/(?:^|\s)\/\/.*|\/\*[\s\S]*?\*\/|^\s*#.*/gm) ?? []).join('\n');
  const named = text.matchAll(/(?<![\w./*-])(?:[\w-]+(?:[./][\w-]+)*\.(?:tsx?|mjs|css|md)|(?:src|server|tests|scripts|build|docs|deploy)\/[\w/-]+)(?![\w*/])/g);
  return [...named].map(([name]) => name);
}

/** Whether it is the end of a file's path, or the beginning of one. */
function isThere(name: string): boolean {
  return files.some((path) => `/${path}`.endsWith(`/${name}`) || path.startsWith(name.replace(/\/$/, '')));
}
