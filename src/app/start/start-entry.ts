import { readOneTimeLink } from '../../lib/one-time-link.ts';
import { paths } from '../../paths.ts';

const pageOf = { activate: paths.activate, reset: paths.confirmReset };

/**
 * Where a mailed link leads: the bare page, with uid and token in the history entry's state, so that they are in no
 * address bar, no Referer and no log, and a reload still works. Null for any other address.
 */
export function oneTimeEntry(location: { pathname: string; hash: string }): { to: string; state: { uid: string; token: string } } | null {
  const link = readOneTimeLink(location);
  return link && { to: pageOf[link.kind], state: { uid: link.uid, token: link.token } };
}

/** Takes uid and token out of the address bar before anything else runs. `usr` is where react-router keeps a state. */
export function hideOneTimeLink(): void {
  const entry = oneTimeEntry(window.location);
  if (entry) window.history.replaceState({ usr: entry.state, key: 'default' }, '', entry.to);
}
