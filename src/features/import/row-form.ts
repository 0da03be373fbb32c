import { createContext } from 'react';
import type { Values } from './fields.ts';
import type { ImportRow } from './rows.ts';

/** The actions of a row. A context, because the columns are defined outside the component so that rows do not re-render needlessly. */
export interface RowForm {
  edit: (row: ImportRow) => void;
  cancel: (row: ImportRow) => void;
  save: (row: ImportRow, values: Values) => void;
}

/** Provides the actions to the cells of the table. */
export const rowForm = createContext<RowForm>({ edit: () => undefined, cancel: () => undefined, save: () => undefined });
