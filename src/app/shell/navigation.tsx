import { NavLink } from 'react-router';
import { ThemePicker } from '../../ui/theme-picker.tsx';
import { preloadOnIntent } from '../preload.ts';
import { entriesFor } from './navigation-entries.ts';

interface NavigationProps {
  isAdmin: boolean;
  /** Called when a link is followed, so that the drawer can close. */
  onNavigate?: () => void;
}

/** The "Main" navigation, in the sidebar and in the drawer on phones. */
export function Navigation({ isAdmin, onNavigate }: NavigationProps) {
  // A member has a profile but no company to manage.
  return (
    <>
      <nav aria-label="Main">
        <ul className="flex flex-col gap-0.5">
          {entriesFor(isAdmin ? 'admin' : 'user').map(({ to, label, Icon }) => (
            <li key={to}>
              {/* A member's profile is above the change of password: only one of them is the current page. */}
              <NavLink to={to} end={!isAdmin} className="nav-link" onClick={onNavigate} {...preloadOnIntent(to)}>
                <Icon aria-hidden="true" className="size-4 shrink-0" />
                {label}
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
