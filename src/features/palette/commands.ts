import { session } from '../../session/client.ts';
import { paths } from '../../paths.ts';
import { setTheme } from '../../stores/theme.ts';

/** An entry of the palette. */
export interface Command {
  id: string;
  label: string;
  /** Secondary text. */
  detail?: string;
  /** Synonyms that also find it. */
  keywords?: string;
  /** A path to navigate to; without it, `run` is called. */
  to?: string;
  run?: () => void;
}

export interface CommandGroup {
  id: string;
  title: string;
  commands: readonly Command[];
}

/** A page that the palette leads to. */
export interface PageLink {
  label: string;
  to: string;
  /** Other words by which it is found. */
  keywords?: string;
}

const actions: readonly Command[] = [
  { id: 'add-member', label: 'Add member', keywords: 'new create person', to: paths.newMember },
  { id: 'add-department', label: 'Add department', keywords: 'new create', to: paths.newDepartment },
  { id: 'import', label: 'Import members', keywords: 'csv upload file', to: paths.importMembers },
];

const ownActions = (showShortcuts: () => void): readonly Command[] => [
  { id: 'light', label: 'Use light theme', keywords: 'appearance bright', run: () => setTheme('light') },
  { id: 'dark', label: 'Use dark theme', keywords: 'appearance night', run: () => setTheme('dark') },
  { id: 'system', label: 'Use system theme', keywords: 'appearance automatic', run: () => setTheme('system') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', keywords: 'keys help', run: showShortcuts },
  { id: 'log-out', label: 'Log out', keywords: 'sign exit leave', run: () => session.logOut() },
];

/** The palette's own commands, without searching the server. A member has only those about the profile. */
export function ownCommands(isAdmin: boolean, pages: readonly PageLink[], showShortcuts: () => void): CommandGroup[] {
  return [
    { id: 'pages', title: 'Pages', commands: pages.map(({ label, to, keywords }) => ({ id: to, label, keywords, to })) },
    { id: 'actions', title: 'Actions', commands: [...(isAdmin ? actions : []), ...ownActions(showShortcuts)] },
  ];
}
