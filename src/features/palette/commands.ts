import { session } from '../../session/client.ts';
import { paths } from '../../paths.ts';
import { setTheme } from '../../stores/theme.ts';

/** Something that the palette offers. */
export interface Command {
  id: string;
  label: string;
  /** More about it, in a quieter voice. */
  detail?: string;
  /** Other words by which it is found. */
  words?: string;
  /** Where it leads; or else `run`. */
  to?: string;
  run?: () => void;
}

export interface CommandGroup {
  id: string;
  title: string;
  commands: readonly Command[];
}

const pages: readonly Command[] = [
  { id: 'overview', label: 'Overview', words: 'home start', to: paths.overview },
  { id: 'departments', label: 'Departments', to: paths.departments },
  { id: 'members', label: 'Team members', words: 'people users employees', to: paths.members },
];

const ownPages: readonly Command[] = [
  { id: 'profile', label: 'Profile', words: 'account name', to: paths.profile },
  { id: 'password', label: 'Change password', words: 'account security', to: paths.changePassword },
];

const actions: readonly Command[] = [
  { id: 'add-member', label: 'Add member', words: 'new create person', to: paths.newMember },
  { id: 'add-department', label: 'Add department', words: 'new create', to: paths.newDepartment },
  { id: 'import', label: 'Import members', words: 'csv upload file', to: paths.importMembers },
];

const ownActions = (showShortcuts: () => void): readonly Command[] => [
  { id: 'light', label: 'Use light theme', words: 'appearance bright', run: () => setTheme('light') },
  { id: 'dark', label: 'Use dark theme', words: 'appearance night', run: () => setTheme('dark') },
  { id: 'system', label: 'Use system theme', words: 'appearance automatic', run: () => setTheme('system') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', words: 'keys help', run: showShortcuts },
  { id: 'log-out', label: 'Log out', words: 'sign exit leave', run: () => session.logOut() },
];

/** What the palette offers without asking the server. Who manages no company has an account and nothing else. */
export function ownCommands(isAdmin: boolean, showShortcuts: () => void): CommandGroup[] {
  return [
    { id: 'pages', title: 'Pages', commands: [...(isAdmin ? pages : []), ...ownPages] },
    { id: 'actions', title: 'Actions', commands: [...(isAdmin ? actions : []), ...ownActions(showShortcuts)] },
  ];
}
