import { useEffect, useState } from 'react';

/**
 * The library's own way back takes a frame; for who clicks by a screen reader it takes one more, and waits until nothing
 * moves any more (react-aria's `focusSafely`). It gives up if something else has the focus by then.
 */
const transitionsMs = 250;

/**
 * When a dialog goes, the library gives the focus back to where it was. Where that is gone too, the next row takes it if
 * it was a row's button (its row was deleted), otherwise the page's heading (the dialog's address was opened directly).
 */
export function useFocusFallback(): void {
  const [rows] = useState(() => rowsAround(document.activeElement));
  useEffect(() => {
    const page = document.getElementById('main') ?? document.body;
    return () => void requestAnimationFrame((start) => focusAt(start + transitionsMs, rows, page));
  }, [rows]);
}

function focusAt(time: number, rows: readonly Element[], page: Element): void {
  requestAnimationFrame((now) => {
    // A page that went with its dialog leaves the focus to the one that came.
    if (!page.isConnected) return;
    if (now < time) focusAt(time, rows, page);
    else if (!hasFocus() && !isBehindDialog()) (actionsOf(rows) ?? document.getElementById('page-title'))?.focus();
  });
}

/** The rows after that of `button`, then those before it, from the nearest on. */
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

/** A question over a dialog was answered: the focus belongs to the dialog, which the library sees to. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}
