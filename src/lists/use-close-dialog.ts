import { useLocation, useNavigate } from 'react-router';

/** What a navigation to a dialog carries, so that the dialog knows that its list is one step back. */
export const overList = { overList: true } as const;

/** A row that a dialog has just added, for its list to show, or to link to. */
export interface Created {
  id: string;
  name: string;
  /** What the list has to be searched for to show the row. */
  search: string;
}

/** What a list gives to the dialogs over it. */
export interface ListOutlet {
  onCreated: (created: Created) => void;
}

/**
 * For a dialog that is a route over the list at `listPath`: how to close it. Opened from its list, it goes one step back,
 * so that Back afterwards does not open it again; reached by a link or a reload in a new tab, it makes way for the list,
 * whose search, order and page the dialog's own address has kept.
 */
export function useCloseDialog(listPath: string): () => void {
  const navigate = useNavigate();
  const location = useLocation();
  return () => {
    const { state } = location as { state: unknown }; // whatever the history entry carries
    const opened = typeof state === 'object' && state !== null && 'overList' in state && state.overList === true;
    if (opened) stepBack(location.key, () => void navigate(-1));
    else void navigate({ pathname: listPath, search: location.search }, { replace: true, preventScrollReset: true });
  };
}

let stepping = false;

// A double click is one step: the browser takes it later, and the router shows where it leads later still.
function stepBack(from: string, step: () => void): void {
  const entry: unknown = window.history.state;
  const gone = typeof entry === 'object' && entry !== null && 'key' in entry && entry.key !== from;
  if (stepping || gone) return;
  stepping = true;
  window.addEventListener('popstate', () => (stepping = false), { once: true });
  step();
}
