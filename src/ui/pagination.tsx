import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { formatNumber } from '../lib/dates.ts';
import { buttonClass } from './button-class.ts';
import { cx } from './cx.ts';
import { pageWindow } from './page-window.ts';

const words = { previous: 'Previous page', next: 'Next page', page: (page: string) => `Page ${page}`, pageOf: (page: string, count: string) => `Page ${page} of ${count}` };

/** The props of a link in the pagination; `href` is always set. */
export type PageLinkProps = ComponentProps<'a'> & { href: string };

export interface PaginationProps {
  /** From 1. */
  page: number;
  pageCount: number;
  /** The navigation's accessible name, such as "Pages of team members". */
  label: string;
  hrefFor: (page: number) => string;
  /** Renders a router link; a plain `<a>` without it. */
  renderLink?: (props: PageLinkProps) => ReactNode;
  /** Text at the start of the line: "21–40 of 1,320". */
  summary?: ReactNode;
}

const plainLink = ({ children, ...props }: PageLinkProps) => <a {...props}>{children}</a>;
const stay = (event: MouseEvent) => event.preventDefault();

/** Links to pages. On the first and last page, Previous and Next stay as disabled links, so that they do not lose the focus. */
export function Pagination({ page, pageCount, label, hrefFor, renderLink = plainLink, summary }: PaginationProps) {
  const step = (target: number, name: string, Icon: typeof ChevronLeft) => {
    const off = target < 1 || target > pageCount;
    return renderLink({
      href: hrefFor(off ? page : target),
      className: cx(buttonClass('quiet', 'icon'), off && 'opacity-50'),
      ...(off ? { 'aria-disabled': true, onClick: stay } : { rel: target < page ? 'prev' : 'next' }),
      children: (
        <>
          <Icon aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          <span className="sr-only">{name}</span>
        </>
      ),
    });
  };
  return (
    <div className="@container text-muted">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="tabular-nums"><bdi>{summary}</bdi></p>
      {pageCount > 1 && (
        <nav aria-label={label}>
          <ul className="flex items-center gap-0.5">
            <li key="previous">{step(page - 1, words.previous, ChevronLeft)}</li>
            {pageWindow(page, pageCount).map((slot) =>
              typeof slot === 'string' ? (
                <li key={slot} aria-hidden="true" className="w-6 text-center @max-xl:hidden">
                  …
                </li>
              ) : (
                <li key={slot} className="@max-xl:hidden">
                  {renderLink({
                    href: hrefFor(slot),
                    'aria-current': slot === page ? 'page' : undefined,
                    className: cx(buttonClass('quiet'), 'min-w-9 px-2 tabular-nums coarse:min-w-11', slot === page && 'bg-hover font-semibold'),
                    children: (
                      <>
                        <span className="sr-only">{words.page(formatNumber(slot))}</span>
                        <span aria-hidden="true">{formatNumber(slot)}</span>
                      </>
                    ),
                  })}
                </li>
              ),
            )}
            <li key="of" className="px-2 tabular-nums @xl:hidden">
              {words.pageOf(formatNumber(page), formatNumber(pageCount))}
            </li>
            <li key="next">{step(page + 1, words.next, ChevronRight)}</li>
          </ul>
        </nav>
      )}
      </div>
    </div>
  );
}
