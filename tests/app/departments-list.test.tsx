import { screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { createAdmin, createDepartments, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Department ${String(index + 1).padStart(2, '0')}`);

async function companyWith(names: readonly string[]): Promise<Account> {
  const admin = await createAdmin(await testBackend());
  await createDepartments(admin, names);
  return admin;
}

const shown = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const list = () => screen.findByRole('table', { name: 'Departments' });
const searchBox = () => screen.getByRole('searchbox', { name: 'Search departments' });
const listRequests = (requests: string[]) => requests.filter((request) => request.startsWith('GET /api/departments/') && !request.includes('page_size'));

describe('the address is the list', () => {
  test('shows search, order and page of a link, and asks for nothing else', async () => {
    const admin = await companyWith([...numbered(23), 'Sales']);
    const { backend } = await renderAt('/departments?search=department&ordering=-name&page=3', { as: admin });
    await list();
    expect(shown()).toEqual(['Department 03', 'Department 02', 'Department 01']);
    expect(searchBox()).toHaveValue('department');
    expect(screen.getByLabelText('Sort by')).toHaveValue('-name');
    expect(screen.getByText('21–23 of 23')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Page 1' })).toHaveAttribute('href', '/departments?search=department&ordering=-name');
    expect(listRequests(backend.requests)).toEqual(['GET /api/departments/?search=department&ordering=-name&page=3']);
  });

  test('goes Back and Forward through orders and pages, and past what was typed', async () => {
    const admin = await companyWith(numbered(12));
    const { user, address } = await renderAt('/departments', { as: admin });
    await list();
    await user.click(screen.getByRole('link', { name: 'Page 2' }));
    await screen.findByText('11–12 of 12');
    await user.selectOptions(screen.getByLabelText('Sort by'), '-created_at');
    await waitFor(() => expect(address()).toBe('/departments?ordering=-created_at'));
    await waitFor(() => expect(shown()[0]).toBe('Department 12'));
    await user.type(searchBox(), '1');
    await waitFor(() => expect(address()).toBe('/departments?search=1&ordering=-created_at'));
    await screen.findByText('1–4 of 4');

    window.history.back();
    await screen.findByText('11–12 of 12');
    expect(address()).toBe('/departments?page=2');
    await waitFor(() => expect(searchBox()).toHaveValue(''));
    window.history.forward();
    await screen.findByText('1–4 of 4');
    await waitFor(() => expect(searchBox()).toHaveValue('1'));
  });

  test.each(['/departments?page=9', '/departments?page=9&search=department'])('leads from %s to the last page, and Back does not return there', async (url) => {
    const admin = await companyWith(numbered(12));
    const entries = window.history.length;
    const { address } = await renderAt(url, { as: admin });
    await screen.findByText('11–12 of 12');
    expect(address()).toBe(url.includes('search') ? '/departments?search=department&page=2' : '/departments?page=2');
    expect(window.history.length).toBe(entries);
  });
});

describe('searching', () => {
  test('asks once for what was typed in one go, says how many there are, and keeps the focus', async () => {
    const admin = await companyWith(['Sales', 'Salaries', 'Marketing']);
    const { user, backend, address } = await renderAt('/departments', { as: admin });
    await list();
    await user.type(searchBox(), 'sal');
    await screen.findByText('1–2 of 2');
    expect(address()).toBe('/departments?search=sal');
    expect(listRequests(backend.requests)).toEqual(['GET /api/departments/', 'GET /api/departments/?search=sal']);
    expect(screen.getByRole('log')).toHaveTextContent('2 departments');
    expect(searchBox()).toHaveFocus();
  });

  test('never lets a slow answer to an older search win', async () => {
    const admin = await companyWith(['Sales', 'Marketing']);
    network.use(
      http.get('*/api/departments/', async ({ request }) => {
        if (!request.url.endsWith('search=s')) return undefined;
        await delay(700);
        return HttpResponse.error();
      }),
    );
    const { user, parts } = await renderAt('/departments', { as: admin });
    await list();
    await user.type(searchBox(), 's');
    const slow = () => parts.queryClient.getQueryState(['departments', 'list', { search: 's', ordering: '', page: 1 }]);
    await waitFor(() => expect(slow()?.fetchStatus).toBe('fetching'));
    await user.clear(searchBox());
    await user.type(searchBox(), 'market');
    await screen.findByText('1 of 1');
    expect(shown()).toEqual(['Marketing']);
    expect(slow()).toMatchObject({ fetchStatus: 'idle', status: 'pending' }); // aborted: neither an answer nor an error
    await delay(600);
    expect(shown()).toEqual(['Marketing']);
  });

  test('says that nothing matches, and clears the search', async () => {
    const admin = await companyWith(['Sales']);
    const { user, address } = await renderAt('/departments?search=zzzz', { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Clear search' }));
    await list();
    expect(address()).toBe('/departments');
    expect(searchBox()).toHaveFocus();
    await user.type(searchBox(), 'zzzz{Enter}');
    expect(await screen.findByRole('heading', { name: 'No departments match “zzzz”' })).toBeVisible();
  });

  test('is brought into the address by opening a dialog, and never closes it', async () => {
    const admin = await companyWith(['Sales', 'Marketing']);
    const { user, address } = await renderAt('/departments', { as: admin });
    await list();
    await user.type(searchBox(), 'sal');
    await user.click(screen.getByRole('link', { name: 'Add department' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add department' });
    await delay(400);
    expect(address()).toBe('/departments/new?search=sal');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(address()).toBe('/departments?search=sal'));
    expect(await list()).toBeVisible();
    expect(shown()).toEqual(['Sales']);
  });
});

describe('ordering', () => {
  test('by a header goes up, then down, is said, and the focus stays', async () => {
    const admin = await companyWith(['Sales', 'Accounts', 'Marketing']);
    const { user, address } = await renderAt('/departments', { as: admin });
    await list();
    const header = screen.getByRole('columnheader', { name: 'Name' });
    expect(header).not.toHaveAttribute('aria-sort');
    await user.click(within(header).getByRole('button'));
    await waitFor(() => expect(shown()).toEqual(['Accounts', 'Marketing', 'Sales']));
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByRole('log')).toHaveTextContent('Sorted by Name, A to Z');
    await user.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'));
    await waitFor(() => expect(shown()).toEqual(['Sales', 'Marketing', 'Accounts']));
    expect(address()).toBe('/departments?ordering=-name');
    expect(document.querySelectorAll('[aria-sort]')).toHaveLength(1);
    expect(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button')).toHaveFocus();
  });

  test('offers every field of the API, both ways', async () => {
    await renderAt('/departments', { as: 'admin' });
    const options = within(await screen.findByLabelText('Sort by')).getAllByRole<HTMLOptionElement>('option');
    const fields = ['name', 'created_at', 'updated_at', 'id'];
    expect(options.map(({ value }) => value)).toEqual(['', ...fields.flatMap((field) => [field, `-${field}`])]);
  });
});

describe('pages', () => {
  test('reads the next page ahead when a hand moves towards it', async () => {
    const admin = await companyWith(numbered(12));
    const { user, backend } = await renderAt('/departments', { as: admin });
    await list();
    await user.hover(screen.getByRole('link', { name: 'Next page' }));
    await waitFor(() => expect(listRequests(backend.requests)).toContain('GET /api/departments/?page=2'));
    await user.click(screen.getByRole('link', { name: 'Next page' }));
    await screen.findByText('11–12 of 12');
    expect(listRequests(backend.requests)).toHaveLength(2);
  });

  test('can have more rows where the server honours it', async () => {
    const admin = await companyWith(numbered(12));
    const { user, address } = await renderAt('/departments', { as: admin });
    await list();
    await user.selectOptions(await screen.findByLabelText('Rows per page'), '20');
    await screen.findByText('1–12 of 12');
    expect(address()).toBe('/departments?page_size=20');
    expect(screen.getByLabelText('Rows per page')).toHaveValue('20');
  });

  test('offers no choice where the server takes no notice', async () => {
    const admin = await companyWith(numbered(12));
    network.use(
      http.get('*/api/departments/', async ({ request }) => {
        const url = new URL(request.url);
        url.searchParams.delete('page_size');
        return (await testBackend()).server.fetch(new Request(url, request));
      }),
    );
    await renderAt('/departments', { as: admin });
    await list();
    await delay(1500);
    expect(screen.queryByLabelText('Rows per page')).toBeNull();
  });
});
