import { useCallback, useLayoutEffect, useRef, type MouseEvent } from 'react';
import { useNavigate, type LinkProps } from 'react-router';
import { toQueryString } from '../lib/list-search.ts';
import { overList } from './use-close-dialog.ts';
import type { ListUrl } from './use-list-url.ts';
import type { SearchDraft } from './use-search-draft.ts';

/** The ways to a dialog that is a route over a list: by a call, and by a link. Both take the list's search, order and page along. */
export interface OpenDialog {
  /** The same function at each render. */
  open: (path: string) => void;
  linkTo: (path: string) => Pick<LinkProps, 'to' | 'onClick'>;
}

/**
 * Opens dialogs over the list of `url`. A search that is still pending is brought into the URL first, as an entry of the
 * list's own, so that Back from the dialog finds it there, and its timer cannot navigate away from the dialog.
 */
export function useOpenDialog(url: ListUrl, draft: SearchDraft): OpenDialog {
  const navigate = useNavigate();
  const latest = useRef({ url, draft });
  useLayoutEffect(() => {
    latest.current = { url, draft };
  });

  const open = useCallback(
    (pathname: string) => {
      const go = () => navigate({ pathname, search: toQueryString(latest.current.url.current()) }, { state: overList, preventScrollReset: true });
      void latest.current.draft.flush().then(go);
    },
    [navigate],
  );

  return {
    open,
    linkTo: (path) => ({
      to: { pathname: path, search: toQueryString(url.state) },
      onClick: (event: MouseEvent) => {
        // A new tab or window: the browser's business, and the list stays as it is here.
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open(path);
      },
    }),
  };
}
