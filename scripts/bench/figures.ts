/** One row of the table: the values measured in each run. */
export interface Line {
  name: string;
  unit: 'ms' | 'kB' | 'MB' | '';
  values: number[];
}

/** The rows of one candidate so far, in the order measured. */
export class Figures {
  readonly lines = new Map<string, Line>();

  add(name: string, unit: Line['unit'], value: number): void {
    const line = this.lines.get(name) ?? { name, unit, values: [] };
    line.values.push(value);
    this.lines.set(name, line);
  }
}

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
};

/** The table: one row per figure, one column per candidate; medians, with the range of the runs in brackets. */
export function table(candidates: readonly { name: string; figures: Figures }[]): string {
  const names = [...new Set(candidates.flatMap(({ figures }) => [...figures.lines.keys()]))];
  const rows = [['', ...candidates.map(({ name }) => name)], ...names.map((name) => [name, ...candidates.map(({ figures }) => cell(figures.lines.get(name)))])];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

function cell(line: Line | undefined): string {
  if (!line) return '–';
  const [low, high] = [Math.min(...line.values), Math.max(...line.values)];
  const spread = low === high ? '' : ` (${format(low)}–${format(high)})`;
  return `${format(median(line.values))}${line.unit === '' ? '' : ` ${line.unit}`}${spread}`;
}

function format(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value < 10 ? value.toFixed(value < 1 ? 3 : 2) : value.toFixed(value < 200 ? 1 : 0);
}
