import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { ListCall, pageOptions } from '../data/lists.ts';
import type { ListSearch } from '../lib/list-search.ts';
import type { MenuItem } from '../ui/menu-button.tsx';
import type { Column } from '../ui/table.tsx';
import type { Selection } from './use-selection.ts';

/** Where a list's rows come from. */
export interface ListSource<Row> {
  path: string;
  /** The fields that the server can order by. */
  fields: readonly string[];
  call: ListCall<Row>;
  options: (search: ListSearch) => ReturnType<typeof pageOptions<Row>>;
  /** The choices of "Sort by", the server's own order first. */
  sorts: readonly { value: string; label: string }[];
  words: ListWords;
}

export interface ListWords {
  title: string;
  search: string;
  add: string;
  exportAll: string;
  pages: string;
  failed: string;
  emptyTitle: string;
  emptyText: string;
  /** "12 team members", said when a search is done. */
  count: (count: number) => string;
  noMatch: (search: string) => string;
  /** About a row that was just added and is on another page, and the link to it. */
  notOnPage: (name: string) => string;
  show: (name: string) => string;
  actionsFor: (name: string) => string;
}

/** What the actions of a row may need. */
export interface RowTools {
  client: QueryClient;
  /** Opens a dialog that is a route over the list. */
  open: (path: string) => void;
  /** Takes rows that are gone out of the selection. */
  forget: (ids: readonly string[]) => void;
}

/** What the bar below a list gets while rows are selected. */
export interface SelectionProps<Row> {
  selection: Selection<Row>;
  search: string;
  /** How many rows match the search, on all pages. */
  total: number;
}

/** Everything in which one list differs from another. `Shown` is a row with what else its cells need. */
export interface ListDefinition<Row, Shown = Row> extends ListSource<Row> {
  columns: readonly Column<Shown>[];
  /** A hook that completes the rows of a page. */
  useRows: (rows: readonly Row[]) => readonly Shown[];
  nameOf: (row: Shown) => string;
  /** The items of a row's menu. */
  actions: (row: Shown, tools: RowTools) => readonly MenuItem[];
  /** Links before "Export" in the page's header. */
  links?: ReactNode;
  exportAll: (search: ListSearch) => Promise<void>;
  newPath: string;
  /** The code of the dialog for a new row, and of those that a row's menu opens. */
  loadNew: () => Promise<unknown>;
  loadActions: () => Promise<unknown>;
  Selection: ComponentType<SelectionProps<Row>>;
}
