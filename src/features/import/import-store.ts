import { describeError } from '../../http/error-words.ts';
import { isAbort } from '../../http/errors.ts';
import { datedFileName, downloadFile } from '../../lib/download-file.ts';
import { loadJobs, type useStartJob } from '../../jobs/start-job.ts';
import { currentUserId, watchCurrentUser } from '../../session/current-user.ts';
import type { TextEncoding } from './encodings.ts';
import type { Mapping, Values } from './fields.ts';
import { guessMapping } from './guess-columns.ts';
import { createDepartmentBook } from './department-book.ts';
import { failedFile, logInFile, type NewMember } from './import-files.ts';
import { isImportRunning, takeImportLock } from './import-lock.ts';
import { createImportState, initialState } from './import-state.ts';
import { FileProblem, readAgain, readImportFile, withHeader, type ImportFile } from './read-file.ts';
import { checkRows, cleaned, departmentKey, isToHandOver, makeRows, missingDepartments, type ImportRow } from './rows.ts';
import { createImportKeeper, type ImportKeeper } from './saved-import.ts';
import { sendingPlan } from './send-rows.ts';
import { isolate } from '../../lib/isolate-text.ts';

/**
 * The import of this tab. It continues when the user leaves its page, and ends with the session: then nothing of it stays in
 * memory. What the browser stores for a later visit contains no passwords.
 */
function createImportStore() {
  const state = createImportState();
  const passwords = new Map<number, string>();
  /** Whether rows were corrected, so that leaving would lose work. */
  let corrected = false;
  let allowed = new Set<string>();
  let book = createDepartmentBook();
  let startedAt = 0;
  let keeper: ImportKeeper | null = null;
  let life = new AbortController();
  let unwatch: (() => void) | null = null;

  /** Called when the page is shown: looks for an unfinished import. */
  async function open(): Promise<void> {
    unwatch ??= watchCurrentUser({ onEnd: close });
    window.addEventListener('beforeunload', warnOfUnsaved);
    if (keeper !== null) return;
    const userId = currentUserId();
    if (userId === null) return;
    keeper = createImportKeeper(userId, () => ({ startedAt, rows: state.get().rows }));
    await offerKept(userId, keeper);
  }

  async function offerKept(userId: string, from: ImportKeeper): Promise<void> {
    const content = await from.read();
    const elsewhere = content !== null && (await isImportRunning(userId));
    if (keeper === from && state.get().step === 'choose') state.set({ kept: content && { content, elsewhere } });
  }

  /** Called when the session ends. */
  function close(): void {
    unwatch?.();
    keeper?.close();
    unwatch = keeper = null;
    reset();
    state.set({ handedOver: [] });
  }

  function reset(): void {
    life.abort();
    life = new AbortController();
    const { job } = state.get();
    if (job !== null) job.jobs.dismiss(job.id);
    passwords.clear();
    corrected = false;
    allowed = new Set();
    book = createDepartmentBook();
    state.set({ ...initialState, handedOver: state.get().handedOver });
  }

  /** Runs a step that takes time. If it fails, the state gets its `problem` and does not change otherwise. */
  async function step(busy: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (state.get().busy !== null) return;
    const { signal } = life;
    state.set({ busy, problem: null });
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) state.set({ problem: error instanceof FileProblem ? error.message : describeError(error) });
    }
    if (!signal.aborted) state.set({ busy: null });
  }

  const choose = (file: File) =>
    step(`Reading ${isolate(file.name)}…`, async (signal) => {
      const read = await readImportFile(file);
      signal.throwIfAborted();
      state.set({ step: 'match', fileName: read.name, everyone: '' });
      showFile(read);
    });

  function showFile(file: ImportFile): void {
    state.set({ file, mapping: guessMapping(file.header, file.people.slice(0, 200).map(({ cells }) => cells)) });
  }

  /** Reads the file again in another encoding. */
  const decode = (encoding: TextEncoding) =>
    step('Reading the file again…', async (signal) => {
      const { file } = state.get();
      if (file === null) return;
      const read = await readAgain(file, encoding);
      signal.throwIfAborted();
      showFile(read);
    });

  /** Takes another record as the header, or none. */
  function setHeader(headerAt: number | null): void {
    const { file } = state.get();
    if (file !== null) showFile(withHeader(file, headerAt));
  }

  /** Sets which column is which field. */
  const setMapping = (mapping: Mapping): void => state.set({ mapping });

  /** Makes rows from the file, by the mapping of its columns, and checks them. Missing departments may be created unless the user disagrees. */
  const match = (everyone: string) =>
    step('Looking up the departments…', async (signal) => {
      const { file, mapping } = state.get();
      if (file === null || mapping === null) return;
      state.set({ everyone });
      startedAt = Date.now();
      const rows = makeRows(file.people, mapping, everyone);
      await book.match(new Set(rows.map((row) => row.values.department).filter(Boolean)), signal);
      allowed = new Set(missingDepartments(rows, book.has, () => true).map(({ name }) => departmentKey(name)));
      showRows(rows);
    });

  /** Resumes the unfinished import. */
  const resume = () =>
    step('Looking up the departments…', async (signal) => {
      const kept = state.get().kept?.content;
      if (kept === undefined) return;
      await book.match(new Set(kept.rows.filter(({ status }) => status !== 'added').map((row) => row.values.department).filter(Boolean)), signal);
      startedAt = kept.startedAt;
      allowed = new Set(kept.create.map(departmentKey));
      state.set({ kept: null, fileName: kept.fileName });
      showRows(kept.rows);
    });

  function showRows(rows: readonly ImportRow[]): void {
    const mayCreate = (name: string) => allowed.has(departmentKey(name));
    const checked = checkRows(rows, (name) => book.has(name) || mayCreate(name));
    state.set({ step: 'rows', rows: checked, missing: missingDepartments(checked, book.has, mayCreate) });
  }

  /** Sets whether these missing departments may be created. */
  function allow(names: readonly string[], create: boolean): void {
    for (const key of names.map(departmentKey)) {
      if (create) allowed.add(key);
      else allowed.delete(key);
    }
    showRows(state.get().rows);
  }

  /** Replaces a row's values and checks it again, so that it can be sent (again). Returns the row. */
  function correct(index: number, values: Values): ImportRow | undefined {
    const rows = state.get().rows.map((row): ImportRow => (row.index === index ? { ...row, values: cleaned(values), damage: null, status: 'ready', problems: [] } : row));
    showRows(rows);
    corrected = true;
    // An unfinished import that is still on offer is not replaced before this one is sent.
    if (state.get().kept === null) void keep();
    return state.get().rows[index];
  }

  /** Stores the current rows for a later visit. */
  async function keep(): Promise<void> {
    const { fileName, rows, missing } = state.get();
    await keeper?.keepRows({ fileName, startedAt, create: missing.filter(({ create }) => create).map(({ name }) => name), rows: [...rows] });
    state.set({ keeps: keeper?.works ?? false });
  }

  /** Sends all rows that are ready, as a job. */
  const send = (startJob: ReturnType<typeof useStartJob>) =>
    step('Starting…', async (signal) => {
      const userId = currentUserId();
      if (keeper === null || userId === null) return;
      const release = await takeImportLock(userId);
      if (release === null) return state.set({ problem: 'Another tab of this browser is importing. Wait until it is done, or cancel it there.' });
      // This import replaces an unfinished one.
      state.set({ kept: null });
      await keep();
      signal.throwIfAborted();
      const jobs = await loadJobs();
      const before = state.get().job;
      if (before !== null) jobs.dismiss(before.id);
      signal.addEventListener('abort', release, { once: true });
      const ended = () => {
        release();
        showRows(state.get().rows);
        void keep();
      };
      const plan = sendingPlan({ state, book, keeper, passwords, startedAt, ended });
      const id = await startJob({ ...plan, invalidates: [['members'], ['departments']] });
      if (id === null) release();
      else if (!signal.aborted) state.set({ job: { id, jobs } });
    });

  /** Downloads the log-in details of the new members. Their passwords stay in memory, for `handOverAgain`. */
  function handOver(logInAddress: string): void {
    const { rows } = state.get();
    const members = rows.filter(isToHandOver).map(({ index, values }) => ({ values, password: passwords.get(index) ?? null }));
    downloadDetails(members, logInAddress);
    state.set({
      rows: rows.map((row) => (isToHandOver(row) ? { ...row, handedOver: true } : row)),
      handedOver: [...state.get().handedOver, ...members],
    });
    if (rows.every(({ status }) => status === 'added')) void keeper?.remove();
    else void keeper?.keepProgress();
  }

  /** Downloads the log-in details of all members who were added, and handed over, in this tab. */
  const handOverAgain = (logInAddress: string): void => downloadDetails(state.get().handedOver, logInAddress);

  function downloadDetails(members: readonly NewMember[], logInAddress: string): void {
    downloadFile(datedFileName('log-in-details', new Date()), logInFile(members, logInAddress));
  }

  /** Downloads the rows that were not added, with their reasons. */
  function downloadFailed(): void {
    const rows = state.get().rows.filter((row) => row.status !== 'added' && row.problems.length > 0);
    downloadFile(datedFileName('not-added', new Date()), failedFile(rows));
  }

  /** Returns to the first step and deletes the stored import, unless that is an unfinished one that is still on offer. */
  async function startOver(): Promise<void> {
    const { kept } = state.get();
    reset();
    if (kept === null) await keeper?.remove();
    else state.set({ kept });
  }

  /** Deletes the unfinished import. */
  async function discardKept(): Promise<void> {
    state.set({ kept: null });
    await keeper?.remove();
  }

  function warnOfUnsaved(event: BeforeUnloadEvent): void {
    const { rows, kept, keeps } = state.get();
    const losesPasswords = passwords.size > 0 && rows.some(isToHandOver);
    const losesCorrections = corrected && (kept !== null || !keeps);
    if (losesPasswords || losesCorrections) event.preventDefault();
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    open,
    choose,
    decode,
    setHeader,
    setMapping,
    match,
    resume,
    allow,
    correct,
    send,
    handOver,
    handOverAgain,
    downloadFailed,
    startOver,
    discardKept,
  };
}

/** This tab's import. */
export const importStore = createImportStore();
