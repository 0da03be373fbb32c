import { ApiError, type ApiErrorKind } from '../../http/errors.ts';
import { formProblem } from '../../forms/form-problem.ts';
import { formatNumber } from '../../lib/dates.ts';
import { generatePassword } from '../../lib/generate-password.ts';
import { countText } from '../../lib/range-text.ts';
import { placeErrors } from '../../forms/server-errors.ts';
import type { JobPlan, JobReport } from '../../jobs/job-types.ts';
import { paths } from '../../paths.ts';
import { fields, type Field } from './fields.ts';
import type { DepartmentBook } from './department-book.ts';
import type { ImportStateHolder } from './import-state.ts';
import { isSendable, type Problem } from './rows.ts';
import type { ImportKeeper } from './saved-import.ts';
import { mayHaveHappened } from '../../data/once-only.ts';
import { sendRow } from './send-row.ts';

/** The kinds of error that refuse the row itself. The others concern the connection, the session or the server. */
const refusals: readonly ApiErrorKind[] = ['validation', 'forbidden', 'not-found', 'bad-request', 'too-large'];

export interface Sending {
  state: ImportStateHolder;
  book: DepartmentBook;
  keeper: ImportKeeper;
  /** By row index. Kept in memory only. */
  passwords: Map<number, string>;
  startedAt: number;
  /** Called when the job ends. */
  ended: () => void;
}

/** The job that adds the rows that are ready or unsure. */
export function sendingPlan({ state, book, keeper, passwords, startedAt, ended }: Sending): JobPlan<number, void> {
  const items = state.get().rows.filter(isSendable).map(({ index }) => index);
  const rowAt = (index: number) => {
    const row = state.get().rows[index];
    if (row === undefined) throw new Error(`no row ${index}`);
    return row;
  };

  async function run(index: number, signal: AbortSignal): Promise<void> {
    const { values, status } = rowAt(index);
    let sent = status === 'unsure';
    state.setRow(index, { status: 'sending', problems: [] });
    try {
      const departmentId = await named('department', book.idOf(values.department, signal));
      const password = await sendRow(
        {
          values,
          departmentId,
          unsure: sent,
          sentPassword: passwords.get(index) ?? null,
          since: startedAt,
          newPassword: generatePassword,
          willSend: async (chosen) => {
            passwords.set(index, chosen);
            // Stored before sending: if the tab is closed now, the next visit has to know which rows may have been added.
            await keeper.keepProgress();
            signal.throwIfAborted();
            sent = true;
          },
        },
        signal,
      );
      if (password === null) passwords.delete(index);
      state.setRow(index, { status: 'added', problems: [] });
    } catch (error) {
      if (!signal.aborted) state.setRow(index, failed(index, error));
      throw error instanceof Misplaced ? error.cause : error;
    } finally {
      void keeper.keepProgress();
    }

    function failed(row: number, error: unknown) {
      const cause = error instanceof Misplaced ? error.cause : error;
      if (cause instanceof ApiError && refusals.includes(cause.kind)) {
        passwords.delete(row);
        return { status: 'refused' as const, problems: problemsOf(cause, error instanceof Misplaced ? error.field : null) };
      }
      const unsure = sent && (status === 'unsure' || mayHaveHappened(cause));
      return { status: unsure ? ('unsure' as const) : ('ready' as const), problems: unsure ? [{ field: null, message: unsureMessage }] : [] };
    }
  }

  function end({ done, total, failed, cancelled }: JobReport<number, void>) {
    ended();
    const left = total - done.length - failed.length;
    const parts = [
      `${formatNumber(done.length)} of ${countText(total, 'team member', 'team members')} added.`,
      failed.length > 0 && `${formatNumber(failed.length)} could not be added.`,
      cancelled && left > 0 && `${formatNumber(left)} left.`,
    ];
    return { summary: parts.filter(Boolean).join(' ') };
  }

  return {
    title: `Add ${countText(items.length, 'team member', 'team members')}`,
    items,
    noRetry: true,
    page: { path: paths.importMembers, label: 'Open import' },
    describe: (index) => rowAt(index).values.email,
    run: (index, { signal }) => run(index, signal),
    end,
  };
}

const unsureMessage = 'The server gave no clear answer. This member is looked up before anything is sent again.';

/** A refusal to be shown at this field of the row, whichever field of its own request it names. */
class Misplaced extends Error {
  readonly field: Field;
  constructor(field: Field, cause: unknown) {
    super('refused', { cause });
    this.field = field;
  }
}

async function named<T>(field: Field, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Misplaced(field, error);
  }
}

/** The server's messages, assigned to the row's fields where possible. */
function problemsOf(error: ApiError, field: Field | null): Problem[] {
  if (field !== null) return [{ field, message: Object.values(formProblem(error).fields).flat().join(' ') || formProblem(error).messages.join(' ') }];
  const placed = placeErrors(formProblem(error), fields);
  return [
    ...fields.flatMap((name) => (placed.fields[name] === undefined ? [] : [{ field: name, message: placed.fields[name] }])),
    ...placed.rest.map((message) => ({ field: null, message })),
  ];
}
