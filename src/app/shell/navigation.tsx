import Building2 from 'lucide-react/icons/building-2';
import KeyRound from 'lucide-react/icons/key-round';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import { NavLink } from 'react-router';
import { ThemePicker } from '../../ui/theme-picker.tsx';
import { paths } from '../../paths.ts';
import { preloadOnIntent } from '../page-chunks.ts';

const adminPages = [
  { to: paths.overview, name: 'Overview', Icon: LayoutDashboard },
  { to: paths.departments, name: 'Departments', Icon: Building2 },
  { to: paths.members, name: 'Team members', Icon: Users },
];

// A member has a profile but no company to manage.
const memberPages = [
  { to: paths.profile, name: 'Profile', Icon: UserRound },
  { to: paths.changePassword, name: 'Change password', Icon: KeyRound },
];

interface NavigationProps {
  isAdmin: boolean;
  /** Called when a link is followed, so that the drawer can close. */
  onNavigate?: () => void;
}

/** The "Main" navigation, in the sidebar and in the drawer on phones. */
export function Navigation({ isAdmin, onNavigate }: NavigationProps) {
  const pages = isAdmin ? adminPages : memberPages;
  return (
    <>
      <nav aria-label="Main">
        <ul className="flex flex-col gap-0.5">
          {pages.map(({ to, name, Icon }) => (
            <li key={to}>
              <NavLink to={to} end={to === paths.overview || to === paths.profile} className="nav-link" onClick={onNavigate} {...preloadOnIntent(to)}>
                <Icon aria-hidden="true" className="size-4 shrink-0" />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {/* Not part of the navigation, but all content has to be inside a landmark. */}
      <section aria-label="Appearance" className="mt-auto">
        <ThemePicker />
      </section>
    </>
  );
}
