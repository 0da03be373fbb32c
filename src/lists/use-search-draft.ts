import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListUrl } from './use-list-url.ts';

const pauseMs = 250;

/** What is being typed into a search box, ahead of the search that the URL says. */
export interface SearchDraft {
  text: string;
  type: (text: string) => void;
  /** Empties the box and the search at once. */
  clear: () => void;
  /** Brings a pending search into the URL now. Resolves once what was typed is there. */
  flush: () => Promise<void>;
}

/**
 * Lets the search of `url` follow the typing at a distance: 250 ms after the last key. When it changes by other means (Back,
 * Forward, a link), the box follows it.
 */
export function useSearchDraft(url: ListUrl): SearchDraft {
  const current = url.state.search;
  const [text, setText] = useState(current);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);
  // Our own commits come back as `current` when the person may have typed on: only what we did not send moves the box.
  const sent = useRef<string[]>([]);
  const underWay = useRef(Promise.resolve());
  const latest = useRef(url);
  useLayoutEffect(() => {
    latest.current = url;
  });

  useEffect(() => {
    const own = sent.current.indexOf(current);
    sent.current = sent.current.slice(own + 1);
    if (own !== -1) return;
    drop(pending);
    setText(current);
  }, [current]);
  useEffect(() => () => drop(pending), []);

  function flush() {
    const next = pending.current?.text.trim();
    drop(pending);
    if (next !== undefined && next !== latest.current.current().search) {
      sent.current.push(next);
      underWay.current = latest.current.search(next);
    }
    return underWay.current;
  }

  function type(next: string) {
    drop(pending);
    setText(next);
    pending.current = { text: next, timer: setTimeout(() => void flush(), pauseMs) };
  }

  return {
    text,
    type,
    clear: () => {
      type('');
      void flush();
    },
    flush,
  };
}

function drop(pending: { current: { timer: ReturnType<typeof setTimeout> } | null }): void {
  if (pending.current) clearTimeout(pending.current.timer);
  pending.current = null;
}
