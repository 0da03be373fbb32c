import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { session } from '../../session/client.ts';
import { Notice } from '../../ui/notice.tsx';
import { meOptions } from '../../data/me.ts';

/** On the pages of mailed links, while somebody is logged in: whose account this is not about, perhaps. */
export function SignedInNotice({ consequence }: { consequence: string }) {
  const { status } = useSyncExternalStore(session.subscribe, session.getState);
  const signedIn = status === 'active' || status === 'degraded';
  const me = useQuery({ ...meOptions(), enabled: signedIn });
  if (!signedIn) return null;
  return (
    <Notice>
      You are logged in{me.data && <> as <bdi className="break-all font-medium">{me.data.email}</bdi></>}. {consequence}
    </Notice>
  );
}
