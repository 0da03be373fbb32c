import { cx } from './cx.ts';

/** A placeholder bar for text that is loading; CSS shows it after 300 ms. Hidden from assistive technology. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block h-3 animate-late rounded-sm bg-line', className ?? 'w-32')} />;
}

// Uneven on purpose: equal bars look like a broken table.
const widths = ['w-40', 'w-28', 'w-48', 'w-32', 'w-36', 'w-44'];

/** Placeholder rows for a first load, as tall as the table that replaces them, so that nothing shifts. */
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
