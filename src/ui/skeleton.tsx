import { cx } from './cx.ts';

/** A bar where words will be; shows after 300 ms, by CSS alone. Decoration. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block h-3 animate-late rounded-sm bg-line', className ?? 'w-32')} />;
}

// Uneven on purpose: equal bars look like a broken table.
const widths = ['w-40', 'w-28', 'w-48', 'w-32', 'w-36', 'w-44'];

/** The rows of a first load, as tall as the table that takes their place, so that nothing jumps. */
export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div aria-busy="true">
      <div aria-hidden="true" className="-mx-3 animate-late">
        {Array.from({ length: rows + 1 }, (_, row) => (
          <div key={row} className="flex h-11 items-center gap-4 border-b border-line px-3">
            {Array.from({ length: columns }, (_, column) => (
              <span key={column} className={cx('min-w-0 flex-1', column > 1 && 'max-sm:hidden')}>
                <span className={cx('block h-3 max-w-full rounded-sm bg-line', row === 0 ? 'w-16' : widths[(row * 3 + column) % widths.length])} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
