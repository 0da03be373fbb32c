import { useQuery } from '@tanstack/react-query';
import { isLoggedIn } from '../../session/logged-in.ts';
import { useSession } from '../../session/use-session.ts';
import { readableEmail } from '../../lib/email.ts';
import { breakableEmail } from '../../ui/breakable-email.tsx';
import { Notice } from '../../ui/notice.tsx';
import { meOptions } from '../../data/me.ts';

/** Shown on the pages of emailed links while a user is logged in: the link may belong to another account. */
export function LoggedInNotice({ consequence }: { consequence: string }) {
  const loggedIn = isLoggedIn(useSession());
  const me = useQuery({ ...meOptions(), enabled: loggedIn });
  if (!loggedIn) return null;
  return (
    <Notice>
      You are logged in{me.data && <span> as <bdi className="font-medium wrap-anywhere">{breakableEmail(readableEmail(me.data.email))}</bdi></span>}<span>{`. ${consequence}`}</span>
    </Notice>
  );
}
