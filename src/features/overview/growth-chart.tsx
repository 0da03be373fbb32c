import { formatDate, formatNumber } from '../../lib/dates.ts';
import type { GrowthPoint } from './growth-points.ts';

const width = 600;
const height = 160;

/** A line chart with a dot per value, and a table with the same values below it. */
export function GrowthChart({ marks }: { marks: readonly GrowthPoint[] }) {
  const top = Math.max(1, ...marks.map((mark) => mark.count));
  const dots = marks.map((mark, index) => ({ x: (index / (marks.length - 1)) * width, y: height - (mark.count / top) * (height - 8) - 2 }));
  const line = dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return (
    <figure>
      {/* Stretched to the available width: strokes keep their thickness, and anything that must keep its shape is outside it. */}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" className="block h-40 w-full overflow-visible border-b border-line text-accent">
        <polygon points={`0,${height} ${line} ${width},${height}`} className="fill-current opacity-10" />
        <polyline points={line} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
        {dots.map(({ x, y }) => (
          // A zero-length line with round caps draws a dot that is not distorted.
          <path key={x} d={`M${x} ${y}h0`} stroke="currentColor" strokeWidth="6" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <figcaption className="mt-1 flex justify-between gap-4 text-xs text-muted">
        <Mark mark={marks[0]} />
        <Mark mark={marks.at(-1)} />
      </figcaption>
      <details className="mt-2">
        <summary className="w-fit rounded-sm py-1 text-muted">Show the values</summary>
        <ValueTable marks={marks} />
      </details>
    </figure>
  );
}

function Mark({ mark }: { mark: GrowthPoint | undefined }) {
  if (!mark) return null;
  return (
    <span data-numeric="">
      {`${dayOf(mark)}: ${formatNumber(mark.count)}`}
    </span>
  );
}

function ValueTable({ marks }: { marks: readonly GrowthPoint[] }) {
  return (
    <table className="mt-1 w-full max-w-80" data-numeric="">
      <caption className="pb-2 text-start text-muted">Today’s team members by the day they joined. Who was deleted since is not counted.</caption>
      <thead className="text-start text-muted">
        <tr>
          <th scope="col" className="py-1 text-start font-medium">
            Day
          </th>
          <th scope="col" className="py-1 text-end font-medium">
            Team members
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {marks.map((mark) => (
          <tr key={mark.time}>
            <th scope="row" className="py-1 text-start font-normal">
              {dayOf(mark)}
            </th>
            <td className="py-1 text-end">
              {`${mark.exact ? '' : 'about '}${formatNumber(mark.count)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayOf({ time }: GrowthPoint): string {
  return formatDate(new Date(time).toISOString())?.text ?? '';
}
