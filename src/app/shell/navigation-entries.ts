import type { LucideIcon } from 'lucide-react';
import Building2 from 'lucide-react/icons/building-2';
import KeyRound from 'lucide-react/icons/key-round';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import { pages, type AppPage } from '../pages.ts';

/** @param keywords other words by which the command palette finds the page */
const entry = ({ path, who }: AppPage, label: string, Icon: LucideIcon, keywords?: string) => ({ to: path, who, label, Icon, keywords });

const entries = [
  entry(pages.overview, 'Overview', LayoutDashboard, 'home start'),
  entry(pages.departments, 'Departments', Building2),
  entry(pages.members, 'Team members', Users, 'people users employees'),
  entry(pages.profile, 'Profile', UserRound, 'account name'),
  entry(pages.changePassword, 'Change password', KeyRound, 'account security'),
];

/** The pages that only admins see, or those for every user: in the navigation, the account menu and the command palette. */
export const entriesFor = (audience: 'user' | 'admin') => entries.filter(({ who }) => who === audience);
