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

const pages: readonly Command[] = [
  { id: 'overview', label: 'Overview', keywords: 'home start', to: paths.overview },
  { id: 'departments', label: 'Departments', to: paths.departments },
  { id: 'members', label: 'Team members', keywords: 'people users employees', to: paths.members },
];

const ownPages: readonly Command[] = [
  { id: 'profile', label: 'Profile', keywords: 'account name', to: paths.profile },
  { id: 'password', label: 'Change password', keywords: 'account security', to: paths.changePassword },
];

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
export function ownCommands(isAdmin: boolean, showShortcuts: () => void): CommandGroup[] {
  return [
    { id: 'pages', title: 'Pages', commands: [...(isAdmin ? pages : []), ...ownPages] },
    { id: 'actions', title: 'Actions', commands: [...(isAdmin ? actions : []), ...ownActions(showShortcuts)] },
  ];
}
