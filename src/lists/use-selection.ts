import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

interface Identified {
  id: string;
}

/** What of a list is selected: single rows, of any of its pages, or all that match its search but for some. */
export type Chosen<Row> = { kind: 'some'; rows: ReadonlyMap<string, Row> } | { kind: 'all'; except: ReadonlySet<string> };

/** What is selected in a list, and the ways to change it. The functions are the same at each render: rows need not be drawn anew. */
export interface Selection<Row> {
  chosen: Chosen<Row>;
  count: number;
  /** The ids of the selected rows; of "all that match", those on this page. */
  selected: ReadonlySet<string>;
  onToggle: (id: string, selected: boolean) => void;
  /** Selects the rows of this page, or lets go of them. */
  onToggleAll: (selected: boolean) => void;
  /** Selects all that match, on whatever page. */
  selectAll: () => void;
  clear: () => void;
  /** These are gone: deleted, or dealt with. */
  forget: (ids: readonly string[]) => void;
  /** What was `started` with is over for the rows of `done`; the `rest` stay selected, and whatever was selected meanwhile. */
  settle: (started: Chosen<Row>, done: readonly Row[], rest: readonly Row[]) => void;
}

const nothing: Chosen<never> = { kind: 'some', rows: new Map<string, never>() };

/**
 * The selection of a list. It stays from page to page and in another order, and ends with the search.
 * @param rows those on screen
 * @param total how many match the search
 */
export function useSelection<Row extends Identified>(search: string, rows: readonly Row[] | undefined, total: number): Selection<Row> {
  const [state, setState] = useState<{ search: string; chosen: Chosen<Row> }>({ search, chosen: nothing });
  if (state.search !== search) setState({ search, chosen: nothing });
  const { chosen } = state;

  const onScreen = useRef(rows);
  useLayoutEffect(() => {
    onScreen.current = rows;
  });

  const change = useCallback((next: (chosen: Chosen<Row>) => Chosen<Row>) => setState((now) => ({ ...now, chosen: next(now.chosen) })), []);
  const actions = useMemo(
    () => ({
      onToggle: (id: string, on: boolean) => {
        const row = onScreen.current?.find((candidate) => candidate.id === id);
        if (row) change((now) => toggled(now, [row], on));
      },
      onToggleAll: (on: boolean) => change((now) => toggled(now, onScreen.current ?? [], on)),
      selectAll: () => change(() => ({ kind: 'all', except: new Set() })),
      clear: () => change(() => nothing),
      forget: (ids: readonly string[]) => change((now) => without(now, ids)),
      settle: (started: Chosen<Row>, done: readonly Row[], rest: readonly Row[]) =>
        change((now) => (now === started ? { kind: 'some', rows: byId(rest) } : without(now, done.map(({ id }) => id)))),
    }),
    [change],
  );

  const selected = useMemo(() => {
    if (chosen.kind === 'some') return new Set(chosen.rows.keys());
    return new Set((rows ?? []).flatMap(({ id }) => (chosen.except.has(id) ? [] : [id])));
  }, [chosen, rows]);
  const count = chosen.kind === 'some' ? chosen.rows.size : Math.max(0, total - chosen.except.size);

  return { chosen, count, selected, ...actions };
}

const byId = <Row extends Identified>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

function toggled<Row extends Identified>(chosen: Chosen<Row>, rows: readonly Row[], on: boolean): Chosen<Row> {
  const ids = rows.map(({ id }) => id);
  if (chosen.kind === 'all') return on ? without(chosen, ids) : { kind: 'all', except: new Set([...chosen.except, ...ids]) };
  return on ? { kind: 'some', rows: new Map([...chosen.rows, ...byId(rows)]) } : without(chosen, ids);
}

/** Of single rows, less these; of all that match, these are no exceptions (any more). */
function without<Row>(chosen: Chosen<Row>, ids: readonly string[]): Chosen<Row> {
  const going = new Set(ids);
  if (chosen.kind === 'all') return { kind: 'all', except: new Set([...chosen.except].filter((id) => !going.has(id))) };
  return { kind: 'some', rows: new Map([...chosen.rows].filter(([id]) => !going.has(id))) };
}
