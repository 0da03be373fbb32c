import CircleUserRound from 'lucide-react/icons/circle-user-round';
import { useNavigate } from 'react-router';
import { session } from '../../session/client.ts';
import type { User } from '../../contract/auth.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { entriesFor } from './navigation-entries.ts';

/** The "Account" button and its menu. */
export function AccountMenu({ me }: { me: User | undefined }) {
  const navigate = useNavigate();
  return (
    <div className="ms-auto flex min-w-0 items-center gap-2">
      <bdi className="truncate text-muted max-sm:hidden">{me?.email}</bdi>
      <MenuButton
        label="Account"
        items={[
          ...entriesFor('user').map(({ to, label }) => ({ id: to, label, onAction: () => void navigate(to) })),
          { id: 'log-out', label: 'Log out', onAction: () => session.logOut() },
        ]}
      >
        <CircleUserRound aria-hidden="true" className="size-4" />
        Account
      </MenuButton>
    </div>
  );
}
