import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { pageWindow } from '../../../src/ui/page-window.ts';
import { Pagination } from '../../../src/ui/pagination.tsx';

function Pages({ pageCount }: { pageCount: number }) {
  const [page, setPage] = useState(1);
  return (
    <Pagination
      label="Pages of team members"
      page={page}
      pageCount={pageCount}
      summary="1–20 of 1,320"
      hrefFor={(target) => `?page=${target}`}
      renderLink={({ children, onClick, href, ...link }) => (
        <a
          {...link}
          href={href}
          onClick={(event) => {
            onClick?.(event);
            if (!event.defaultPrevented) setPage(Number(href.replace('?page=', '')));
            event.preventDefault();
          }}
        >
          {children}
        </a>
      )}
    />
  );
}

test('is a named navigation of real links, one of them current', () => {
  render(<Pages pageCount={3} />);
  const pages = within(screen.getByRole('navigation', { name: 'Pages of team members' }));
  expect(pages.getByRole('link', { name: 'Page 2' }).getAttribute('href')).toBe('?page=2');
  expect(pages.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')).toEqual([pages.getByRole('link', { name: 'Page 1' })]);
});

test('the ends are disabled links that keep the focus', async () => {
  const user = userEvent.setup();
  render(<Pages pageCount={2} />);
  const next = screen.getByRole('link', { name: 'Next page' });
  await user.click(next);
  expect(screen.getByRole('link', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
  expect(document.activeElement).toBe(next);
  expect(next.getAttribute('aria-disabled')).toBe('true');
  await user.click(next);
  expect(screen.getByRole('link', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
});

test('one page needs no navigation', () => {
  render(<Pages pageCount={1} />);
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.getByText('1–20 of 1,320')).toBeTruthy();
});

test.each([
  [1, 7, [1, 2, 3, 4, 5, 6, 7]],
  [1, 66, [1, 2, 3, 4, 5, 'gap-after', 66]],
  [4, 66, [1, 2, 3, 4, 5, 'gap-after', 66]],
  [5, 66, [1, 'gap-before', 4, 5, 6, 'gap-after', 66]],
  [63, 66, [1, 'gap-before', 62, 63, 64, 65, 66]],
  [4, 8, [1, 2, 3, 4, 5, 'gap-after', 8]],
  [5, 8, [1, 'gap-before', 4, 5, 6, 7, 8]],
])('page %i of %i shows %j', (page, pageCount, slots) => {
  expect(pageWindow(page, pageCount)).toEqual(slots);
});
