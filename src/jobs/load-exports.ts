import type { ListSearch } from '../lib/list-search.ts';
import { announce } from '../stores/status.ts';
import type * as exports from './exports.ts';

/** Exports all departments that match a list's search, in its order, to a CSV file, as a job in the tray. */
export const exportDepartments = (search: ListSearch): Promise<void> => withCode((code) => code.exportDepartments(search));

/** Exports all members that match a list's search, in its order, to a CSV file, as a job in the tray. */
export const exportMembers = (search: ListSearch): Promise<void> => withCode((code) => code.exportMembers(search));

/** Loads the export's code on first use. */
async function withCode(work: (code: typeof exports) => Promise<void>): Promise<void> {
  try {
    await work(await import('./exports.ts'));
  } catch (error) {
    console.error(error);
    announce('The export could not be started. Check your connection, reload the page and try again.', { tone: 'danger' });
  }
}
