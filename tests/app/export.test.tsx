import { act, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ListSearch } from '../../src/lib/list-search.ts';
import { catchDownloads, type Download } from '../support/downloads.ts';
import { createAdmin, createDepartment, createDepartments, createMember, type Account } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend, type TestBackend } from '../support/test-backend.ts';

let backend: TestBackend;
let admin: Account;
let downloads: Download[];

beforeEach(async () => {
  downloads = catchDownloads();
  backend = await testBackend();
  admin = await createAdmin(backend);
});

const plain: ListSearch = { search: '', ordering: '', page: 1 };

async function open() {
  const visit = await renderAt('/profile', { as: admin });
  await screen.findByRole('heading', { level: 1, name: 'Your profile' });
  backend.requests.length = 0;
  return visit;
}

/** What the buttons on the lists do. */
async function exportAs(what: 'exportMembers' | 'exportDepartments', search: Partial<ListSearch> = {}) {
  const code = await import('../../src/jobs/load-exports.ts');
  await act(() => code[what]({ ...plain, ...search }));
}

const tray = () => screen.findByRole('region', { name: 'Jobs' });
const lines = () => (downloads[0]?.text ?? '').split('\r\n');

describe('export', () => {
  test('all members that match, in the list’s order, with the names of their departments', async () => {
    const [sales, stars] = await createDepartments(admin, ['Sales', '=Stars, "bright"']);
    await createMember(admin, { departmentId: sales?.id ?? '', email: 'zoe@example.com', firstName: 'Zoë', lastName: '+Lovelace' });
    await createMember(admin, { departmentId: stars?.id ?? '', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' });
    await createMember(admin, { departmentId: stars?.id ?? '', email: 'mary@example.com', firstName: 'Mary', lastName: 'Somerville' });
    await open();
    await exportAs('exportMembers', { search: 'lovelace', ordering: 'email', page: 7 });
    await waitFor(() => expect(lines()).toHaveLength(4));
    expect(downloads[0]?.name).toMatch(/^team-members-\d{4}-\d\d-\d\d\.csv$/);
    expect(lines()[0]).toMatch(/^\ufeffFirst name,Last name,Email,Department,Role,Added \([^,]+\),Updated \([^,]+\)$/);
    expect(lines()[1]).toMatch(/^Ada,Lovelace,ada@example\.com,"'=Stars, ""bright""",Employee,\d{4}-\d\d-\d\d \d\d:\d\d,\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(lines()[2]).toMatch(/^Zoë,'\+Lovelace,zoe@example\.com,Sales,Employee,/);
    expect((await tray()).textContent).toContain('2 team members exported to team-members-');
  });

  test('all pages, and not only the one on screen', async () => {
    const department = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 250, departmentId: department.id });
    await open();
    await exportAs('exportMembers', { ordering: '-id' });
    await waitFor(() => expect(lines()).toHaveLength(252));
    expect(lines()[1]).toContain('m250@example.com');
    expect(lines()[250]).toContain('m1@example.com');
    // Three pages of the largest size, and one of departments.
    expect(backend.requests).toHaveLength(4);
  });

  test('departments', async () => {
    await createDepartments(admin, ['Sales', 'Stars']);
    await open();
    await exportAs('exportDepartments', { ordering: '-name' });
    await waitFor(() => expect(lines().map((line) => line.split(',')[0])).toEqual(['\ufeffName', 'Stars', 'Sales', '']));
  });

  test('a large one asks first, and says what it costs', async () => {
    const department = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 2001, departmentId: department.id });
    const { user } = await open();
    await exportAs('exportMembers');
    const question = await screen.findByRole('alertdialog', { name: 'Export 2,001 team members?' });
    expect(question.textContent).toContain('20 more requests');
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Jobs' })).toBeNull());
    expect(backend.requests).toHaveLength(2);

    await exportAs('exportMembers');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Export all' }));
    await waitFor(() => expect(lines()).toHaveLength(2003));
  });

  test('cancelled, it makes no file; what failed can be retried', async () => {
    const department = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 150, departmentId: department.id });
    const { user } = await open();
    const secondPage = http.get('*/api/myTeams/', ({ request }) => (new URL(request.url).searchParams.get('page') === '2' ? new Promise<Response>(() => undefined) : undefined));
    network.use(secondPage);
    await exportAs('exportMembers');
    const region = await tray();
    expect(within(region).getByRole('progressbar', { name: 'Progress of Export team members' })).toBeTruthy();
    await waitFor(() => expect(region.textContent).toContain('100 of 150Running'));
    await user.click(within(region).getByRole('button', { name: 'Cancel: Export team members' }));
    await waitFor(() => expect(region.textContent).toContain('Cancelled. No file was made.'));
    await user.click(within(region).getByRole('button', { name: 'Dismiss: Export team members' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));

    network.resetHandlers();
    network.use(
      http.get('*/api/myTeams/', ({ request }) =>
        new URL(request.url).searchParams.get('page') === '2' ? HttpResponse.json({ detail: 'Not on Sundays.' }, { status: 403 }) : undefined,
      ),
    );
    await exportAs('exportMembers');
    await waitFor(async () => expect((await tray()).textContent).toContain('Not all team members could be read, so no file was made.'));
    expect((await tray()).textContent).toContain('Page 2: Not on Sundays.');
    expect(downloads).toEqual([]);
    network.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Retry failed: Export team members' }));
    await waitFor(() => expect(lines()).toHaveLength(152));
  });
});
