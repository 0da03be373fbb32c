/** Which rows of a list are wanted, and in which order. */
export interface ListFilter<Field extends string> {
  /** Folded terms (`searchTerms`); a row has to contain each of them. */
  terms: string[];
  /** Most significant field first; empty for oldest first. */
  ordering: { field: Field; descending: boolean }[];
}

/** The part of a list that is read. */
export interface Window {
  offset: number;
  limit: number;
}

/** A part of a list, and how many rows the whole of it has. */
export interface Rows<Row> {
  count: number;
  rows: Row[];
}

/** Chooses the part of a list to read, once its number of rows is known; what it throws ends the query. */
export type ChooseWindow = (count: number) => Window;

