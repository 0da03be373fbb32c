import type { Rolldown } from 'vite';
import type { BuildPage } from './read-pages.ts';

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];
type Group = readonly [name: string, modules: readonly string[]];

/**
 * Which modules travel together. Left to itself the bundler makes a file of every set of modules that the same pages share:
 * some forty below 1 kB, each a request of its own. What is in no group (pages, overlays, CSV, charts) it still splits alone.
 *
 * `start` runs first, and `requests` for whoever is logged in: both without React, so that the first rows are asked for
 * before it is there. `app` is what every page needs besides, `forms` the log-in page and what all
 * forms need, `inside` the shell and the two lists; `dialogs` come with the first of their kind, those with a picker apart.
 * `apart` is what some pages share with dialogs: they must not load the overlays for it.
 */
function groupsOf(pages: readonly BuildPage[], hasPicker: (module: string) => boolean): Group[] {
  const sharing = (chunk: BuildPage['build']['chunk']) => pages.filter(({ build }) => build.chunk === chunk).map(({ module }) => module);
  const dialogs = ['src/features/departments/move-first.tsx', ...pages.flatMap((page) => page.dialogs)];
  return [
    ['start', ['index.html', 'src/app/start/start.ts']],
    ['requests', ['src/app/start/first-requests.ts', ...pages.flatMap(({ requests }) => requests)]],
    ['app', ['src/app/mount.tsx']],
    ['forms', [...sharing('forms'), 'src/ui/deferred.tsx', 'src/lib/fold.ts', 'src/forms/form.tsx', 'src/ui/text-field.tsx', 'src/ui/password-field.tsx', 'node_modules/@hookform/resolvers/zod/dist/zod.mjs']],
    ['inside', ['src/app/cached-pages.tsx', 'src/app/shell/shell.tsx', 'src/app/shell/admin-only.tsx', 'src/data/first-steps.ts', ...sharing('inside')]],
    ['account', sharing('account')],
    ['profile', sharing('profile')],
    ['apart', ['src/contract/limits.ts', 'src/lib/generate-password.ts', 'src/ui/use-paused.ts', 'src/forms/form-layout.tsx', 'src/features/departments/department-words.ts', 'src/jobs/start-job.ts']],
    ['dialogs', ['src/app/shell/asked-dialog.tsx', ...dialogs.filter((module) => !hasPicker(module))]],
    ['picker-dialogs', dialogs.filter(hasPicker)],
  ];
}

/** React's side of a package whose one entry names everything: `requests` has the other side, and must not wait for React. */
const reactSide = /@tanstack\/react-query\/build\/modern\/(?:use|\w*Provider|\w*Boundary|suspense|errorBoundary)/;

/** Left to the bundler, which knows best what a menu, a dialog and the picker have in common. */
const overlays = /node_modules\/(?:react-aria|react-stately|@react-aria|@react-stately|@internationalized)/;

/** The groups as the bundler takes them: one function that knows each module's group. */
export function chunkGroups(pages: readonly BuildPage[]): Rolldown.CodeSplittingOptions {
  const ids = new Set<string>();
  let groupOf: Map<string, string> | null = null;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'by page',
        test: (id) => (ids.add(id), true),
        name: (id, context) => (groupOf ??= grouped(pages, [...ids], context)).get(id) ?? null,
      },
    ],
  };
}

/** Where a group's modules go that one of the others needs too. */
const homes: Record<string, [home: string, others: readonly string[]]> = {
  requests: ['start', ['app']],
  forms: ['app', ['inside']],
  profile: ['forms', ['account', 'dialogs', 'picker-dialogs']],
  account: ['forms', ['dialogs', 'picker-dialogs']],
};

/**
 * A module that two groups need goes to the first. But what both `requests` and `app` need runs before both, in `start`, and
 * what both `forms` and `inside` need is with every page already, in `app`; and no page loads another's dialogs for what it
 * shares with them, which is `forms`'.
 */
function grouped(pages: readonly BuildPage[], ids: readonly string[], context: Context): Map<string, string> {
  const idOf = (module: string) => moduleId(module, ids);
  const picker = idOf('src/ui/combobox.tsx');
  const groups = groupsOf(pages, (module) => closure([idOf(module)], '', context).has(picker));
  const found = new Map(groups.map(([name, modules]) => [name, closure(modules.map(idOf), name, context)]));
  const groupOf = new Map<string, string>();
  for (const [name, members] of found) {
    for (const id of members) {
      if (groupOf.has(id)) continue;
      const [home, others] = homes[name] ?? [name, []];
      groupOf.set(id, others.some((other) => found.get(other)?.has(id)) ? home : name);
    }
  }
  return groupOf;
}

/** Finds a module by its path from the project's root. Throws when the build has none there: its group would fall apart in silence. */
export function moduleId(module: string, ids: readonly string[]): string {
  const id = ids.find((known) => known.endsWith(`/${module}`));
  if (id === undefined) throw new Error(`A chunk group (build/chunk-groups.ts) names ${module}, but the app has no such module`);
  return id;
}

/** The modules and all that they import, but for what they load later. */
function closure(from: readonly string[], name: string, context: Context): Set<string> {
  const members = new Set<string>();
  const visit = (id: string) => {
    if (members.has(id) || overlays.test(id) || (name === 'requests' && reactSide.test(id))) return;
    members.add(id);
    context.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  from.forEach(visit);
  return members;
}
