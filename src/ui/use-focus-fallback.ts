import { useEffect, useState } from 'react';

/**
 * react-aria needs a frame to return the focus. After a click by a screen reader it needs one more, and waits for transitions
 * to end (`focusSafely`). It does nothing if something else has the focus by then.
 */
const transitionsMs = 250;

/**
 * When a dialog closes, react-aria returns the focus to the element that had it, but not across two dialogs that are not nested
 * (a question over a form). If it has not, this does. If that element is gone too, the focus goes to the next row when it was a
 * row's button (the row was deleted), otherwise to the page's heading (the dialog's URL was opened directly).
 */
export function useFocusFallback(): void {
  const [opener] = useState(() => document.activeElement);
  const [rows] = useState(() => rowsAround(opener));
  useEffect(() => {
    const page = document.getElementById('main') ?? document.body;
    const focus = () => (focusable(opener) ?? (isBehindDialog() ? null : (actionsOf(rows) ?? document.getElementById('page-title'))))?.focus();
    return () => void requestAnimationFrame((start) => focusAt(start + transitionsMs, focus, page));
  }, [opener, rows]);
}

function focusAt(time: number, focus: () => void, page: Element): void {
  requestAnimationFrame((now) => {
    // If the page has gone too, the next page takes care of the focus.
    if (!page.isConnected) return;
    if (now < time) focusAt(time, focus, page);
    else if (!hasFocus()) focus();
  });
}

/** The element that had the focus, if it still can have it. */
function focusable(element: Element | null): HTMLElement | null {
  return element instanceof HTMLElement && element !== document.body && element.isConnected ? element : null;
}

/** The rows after the one with `button`, then those before it, nearest first. */
function rowsAround(button: Element | null): Element[] {
  const row = button?.closest('tr');
  const rows = [...(row?.parentElement?.children ?? [])];
  const place = row ? rows.indexOf(row) : 0;
  return [...rows.slice(place + 1), ...rows.slice(0, place).reverse()];
}

function actionsOf(rows: readonly Element[]): HTMLElement | null | undefined {
  return rows.find((row) => row.isConnected)?.querySelector<HTMLElement>('.action-cell button');
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** Whether another dialog is still open, below the one that has closed: react-aria returns the focus to it. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}
