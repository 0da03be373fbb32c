import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const pauseMs = 250;

/** What is being typed into a search box, ahead of the search that the URL says. */
export interface SearchDraft {
  text: string;
  type: (text: string) => void;
  /** Empties the box and the search at once. */
  clear: () => void;
  /** Brings a pending search into the URL now. Answers the new search; undefined when there was nothing to bring. */
  flush: () => Promise<string | undefined>;
  /** Whether something typed is not in the URL yet. */
  isPending: () => boolean;
}

/**
 * Lets `commit` follow the typing at a distance: 250 ms after the last key. `current` is the search of the URL; when it
 * changes by other means (Back, Forward, a link), the box follows it.
 */
export function useSearchDraft(current: string, commit: (text: string) => Promise<void>): SearchDraft {
  const [text, setText] = useState(current);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);
  // Our own commits come back as `current` when the person may have typed on: only what we did not send moves the box.
  const sent = useRef<string[]>([]);
  const latest = useRef({ current, commit });
  useLayoutEffect(() => {
    latest.current = { current, commit };
  });

  useEffect(() => {
    const own = sent.current.indexOf(current);
    sent.current = sent.current.slice(own + 1);
    if (own !== -1) return;
    drop(pending);
    setText(current);
  }, [current]);
  useEffect(() => () => drop(pending), []);

  async function flush() {
    const next = pending.current?.text.trim();
    drop(pending);
    if (next === undefined || next === latest.current.current) return undefined;
    sent.current.push(next);
    await latest.current.commit(next);
    return next;
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
    isPending: () => pending.current !== null && pending.current.text.trim() !== current,
  };
}

function drop(pending: { current: { timer: ReturnType<typeof setTimeout> } | null }): void {
  if (pending.current) clearTimeout(pending.current.timer);
  pending.current = null;
}
