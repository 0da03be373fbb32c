/** The times of many runs, in milliseconds. */
export interface Figures {
  median: number;
  p95: number;
}

/** Runs it a few times to warm up, then measures `times` runs, one after the other. */
export async function measure(run: (index: number) => Promise<void>, times: number): Promise<Figures> {
  for (let index = 0; index < 3; index += 1) await run(-index - 1);
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await run(index);
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Measures the throughput of several clients, each of which starts its next run as soon as one has finished.
 *
 * @param clients how many clients run at once
 * @param seconds how long they run
 * @returns runs per second
 */
export async function throughput(run: (index: number) => Promise<void>, clients: number, seconds: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  const elapsed = () => (performance.now() - start) / 1000;
  const client = async (number: number) => {
    for (let index = number; elapsed() < seconds; index += clients) {
      await run(index);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, async (_, number) => client(number)));
  return done / elapsed();
}

/** Formats a table as text: the first column aligned left, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}
