import './selection-bar.css';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { formatNumber } from '../lib/dates.ts';
import { announcePolitely } from '../stores/status.ts';
import { Button } from '../ui/button.tsx';
import { preloadAlertDialog } from '../ui/preload-alert-dialog.ts';
import type { Selection } from './use-selection.ts';

const words = {
  name: 'Selection',
  selected: (count: number) => `${formatNumber(count)} selected`,
  all: (total: number) => `Select all ${formatNumber(total)} that match`,
  clear: 'Clear selection',
};

export interface SelectionBarProps {
  selection: Pick<Selection<unknown>, 'count' | 'selectAll' | 'clear'>;
  /** How many rows match the list's search, on all of its pages. */
  total: number;
  /** What can be done with the selected rows: buttons. */
  children: ReactNode;
}

/** How many rows of a list are selected, and what can be done with them. To be shown while there are some. */
export function SelectionBar({ selection, total, children }: SelectionBarProps) {
  const { count } = selection;
  const bar = useRef<HTMLElement>(null);
  const clear = useRef<HTMLButtonElement>(null);
  useEffect(() => announcePolitely(words.selected(count)), [count]);
  useFocusOnLeaving(bar);
  useEffect(preloadAlertDialog, []);

  const selectAll = () => {
    clear.current?.focus(); // the button goes
    selection.selectAll();
  };

  return (
    <section ref={bar} aria-label={words.name} className="selection-bar">
      <p className="font-medium tabular-nums">{words.selected(count)}</p>
      {count < total && (
        <Button variant="quiet" onClick={selectAll}>
          {words.all(total)}
        </Button>
      )}
      <Button ref={clear} variant="quiet" onClick={selection.clear}>
        {words.clear}
      </Button>
      <div className="ms-auto flex flex-wrap gap-2">{children}</div>
    </section>
  );
}

/** The bar goes when nothing is selected any more: the focus that was in it goes to the page's heading. */
function useFocusOnLeaving(ref: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const bar = ref.current;
    return () => {
      if (bar?.contains(document.activeElement)) document.getElementById('page-title')?.focus();
    };
  }, [ref]);
}
