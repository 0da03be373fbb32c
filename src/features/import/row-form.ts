import { createContext } from 'react';
import type { Values } from './fields.ts';
import type { ImportRow } from './rows.ts';

/** What a row of the table can do; the columns stand outside of the component, so that rows are not drawn without need. */
export interface RowForm {
  edit: (row: ImportRow) => void;
  cancel: (row: ImportRow) => void;
  save: (row: ImportRow, values: Values) => void;
}

/** The form in the table, for its cells. */
export const rowForm = createContext<RowForm>({ edit: () => undefined, cancel: () => undefined, save: () => undefined });
