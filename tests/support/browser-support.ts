import { createRequire } from 'node:module';
import type { BrowserName, CompatData, Identifier } from '@mdn/browser-compat-data';
import { parse, walk, type CssNode, type WalkContext } from 'css-tree';
import { parseSync, Visitor, type ESTree } from 'vite';
import { oldestBrowsers } from '../../build/browsers.ts';

/*
 * What CSS or JavaScript needs that the oldest supported browsers do not have, by MDN's data (https://github.com/mdn/browser-compat-data).
 * A feature that some browser will never have is not reported: its version makes no difference.
 */
// Vitest would transform an import of these 20 MB for a minute.
const mdn = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;
// MDN has another name for one of them.
const browsers = [...oldestBrowsers].map(([query, oldest]) => ({ query, name: (query === 'ios_saf' ? 'safari_ios' : query) as BrowserName, oldest }));

/** The feature below another that has this name, if there is one. */
const below = (feature: Identifier | undefined, name: string): Identifier | undefined => (feature !== undefined && name !== '__compat' && Object.hasOwn(feature, name) ? feature[name] : undefined);
const children = (feature: Identifier | undefined): Identifier[] => Object.keys(feature ?? {}).flatMap((name) => below(feature, name) ?? []);

/** The CSS features of a stylesheet that are too new: `scrollbar-gutter`, `text-wrap: pretty`, `light-dark()`, `:open`, `@scope`. */
export function tooNewInCss(css: string): string[] {
  const found = new Set<string>();
  const check = (name: string, feature: Identifier | undefined) => feature && isTooNew(feature) && found.add(name);
  walk(parse(css, { parseCustomProperty: true }), {
    enter(this: WalkContext, node: CssNode) {
      const { atrule, atrulePrelude, declaration } = this;
      if (atrule?.name === 'supports' && atrulePrelude) return; // a question
      if (node.type === 'Declaration') check(node.property, below(mdn.css.properties, node.property));
      if (node.type === 'Identifier' && declaration) check(`${declaration.property}: ${node.name}`, below(below(mdn.css.properties, declaration.property), node.name));
      if (node.type === 'Function') for (const feature of [below(mdn.css.types, node.name), ...valuesNamed(node.name)]) check(`${node.name}()`, feature);
      if (node.type === 'Dimension') for (const feature of valuesNamed(node.unit)) check(node.unit, feature);
      if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') check(`:${node.name}`, below(mdn.css.selectors, node.name));
      if (node.type === 'Atrule') check(`@${node.name}`, below(mdn.css['at-rules'], node.name));
    },
  });
  return [...found].toSorted();
}

/**
 * The parts of the web platform that a script uses and that are too new: globals (`CookieStore`), static members
 * (`Promise.try`), members of `document`, `navigator` and `window`, and methods of JavaScript whose name nothing older has
 * (`.toBase64`). Syntax is left to the build, which lowers it to its target.
 */
export function tooNewInScript(code: string): string[] {
  const found = new Set<string>();
  const check = (name: string, feature: Identifier | undefined) => feature && isTooNew(feature) && found.add(name);
  const checkGlobal = (expression: ESTree.Expression) => {
    if (expression.type === 'Identifier') check(expression.name, global(expression.name));
  };
  new Visitor({
    NewExpression: ({ callee }) => checkGlobal(callee),
    CallExpression: ({ callee }) => checkGlobal(callee),
    MemberExpression({ object, property, computed }) {
      checkGlobal(object);
      if (computed || property.type !== 'Identifier') return;
      const { name } = property;
      const owner = object.type === 'Identifier' ? object.name : '';
      const known = global(owner) ?? instances.get(owner);
      const member = below(known, `${name}_static`) ?? below(known, name);
      if (member) check(`${owner}.${name}`, member);
      else if (tooNewMethods.has(name)) found.add(`.${name}`);
    },
  }).visit(parseSync('script.js', code).program);
  return [...found].toSorted();
}

const instances = new Map([['document', 'Document'], ['navigator', 'Navigator'], ['window', 'Window']].map(([name, type = '']) => [name, below(mdn.api, type)]));
const global = (name: string) => below(mdn.javascript.builtins, name) ?? below(mdn.api, name);
const membersNamed = (name: string) => [...children(mdn.javascript.builtins), ...children(mdn.api)].flatMap((object) => below(object, name) ?? []);
const tooNewMethods = new Set(children(mdn.javascript.builtins).flatMap(Object.keys).filter((name) => name !== '__compat' && membersNamed(name).every(isTooNew)));

/** Functions and units, which MDN sorts by the type of value: `light-dark` is a `color`, `dvh` a `length`. */
const valuesNamed = (name: string) => children(mdn.css.types).flatMap((type) => below(type, name) ?? []);

/**
 * The versions from which on the browsers have all of these.
 *
 * @param features by their place in MDN's data: `css.types.color.light-dark`
 */
export function versionsWith(...features: string[]): ReadonlyMap<string, string> {
  const statements = features.map((path) => path.split('.').reduce<Identifier | undefined>(below, mdn as unknown as Identifier)?.__compat); // its root holds identifiers
  return new Map(browsers.map(({ query, name }) => {
    const added = statements.map((statement) => [statement?.support[name] ?? []].flat()[0]?.version_added || 'never');
    return [query, added.toSorted((one, other) => number(other) - number(one))[0] ?? 'never'];
  }));
}

function isTooNew(feature: Identifier): boolean {
  const { support } = feature.__compat ?? {};
  return support !== undefined && browsers.some(({ name, oldest }) => {
    // What the user would have to turn on does not count.
    const versions = [support[name] ?? []].flat().filter(({ version_added, flags }) => version_added && !flags);
    return versions.length > 0 && !versions.some(({ version_added: added, version_removed: removed }) => number(added) <= number(oldest) && number(oldest) < number(removed));
  });
}

/** A version as a number that can be compared; one that is not out yet, or never was removed, is later than all. */
function number(version: string | false | null | undefined): number {
  const [major, minor = 0] = (version || 'never').replace('≤', '').split('.').map(Number);
  return major === undefined || Number.isNaN(major) ? Infinity : major * 1000 + minor;
}
