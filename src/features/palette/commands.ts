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
  keywords?: string;
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

/** What the palette offers without asking the server. Who manages no company has an account and nothing else. */
export function ownCommands(isAdmin: boolean, showShortcuts: () => void): CommandGroup[] {
  return [
    { id: 'pages', title: 'Pages', commands: [...(isAdmin ? pages : []), ...ownPages] },
    { id: 'actions', title: 'Actions', commands: [...(isAdmin ? actions : []), ...ownActions(showShortcuts)] },
  ];
}
