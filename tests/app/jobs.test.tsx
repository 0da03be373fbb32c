import { act, screen, waitFor, within } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend, type TestBackend } from '../support/test-backend.ts';

let backend: TestBackend;
let admin: Account;

beforeEach(async () => {
  backend = await testBackend();
  admin = await createAdmin(backend);
});

async function open() {
  const visit = await renderAt('/profile', { as: admin });
  await screen.findByRole('heading', { level: 1, name: 'Your profile' });
  return visit;
}

/** Starts a job as a bulk action on a list would: it deletes departments. */
async function deleteDepartments(departments: readonly { id: string; name: string }[]) {
  const { startJob } = await import('../../src/jobs/start-job.ts');
  const { removeDepartment } = await import('../../src/api/departments.ts');
  await act(() =>
    startJob({
      title: `Delete ${departments.length} departments`,
      items: departments,
      describe: ({ name }) => name,
      run: ({ id }) => removeDepartment(id),
      end: ({ done, total }) => ({ summary: `${done.length} of ${total} deleted` }),
    }),
  );
  return screen.findByRole('region', { name: 'Jobs' });
}

const closingIsHeldUp = () => {
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  return closing.defaultPrevented;
};

describe('the tray', () => {
  test('shows what was done, names what failed in the server’s words, and retries that alone', async () => {
    const sales = await createDepartment(admin, 'Sales');
    const stars = await createDepartment(admin, 'Stars');
    const member = await createMember(admin, { departmentId: stars.id });
    const { user } = await open();
    const tray = await deleteDepartments([sales, stars]);
    await waitFor(() => expect(tray.textContent).toContain('1 of 2 deleted'));
    await user.click(within(tray).getByText('1 failed'));
    expect(within(tray).getByText('Stars').closest('li')?.textContent).toMatch(/^Stars: .*member/i);

    await backend.send(`/api/myTeams/${member.id}/`, { method: 'DELETE', headers: { Authorization: `JWT ${admin.access}` } });
    const before = backend.requests.length;
    await user.click(within(tray).getByRole('button', { name: 'Retry failed: Delete 2 departments' }));
    await waitFor(() => expect(tray.textContent).toContain('2 of 2 deleted'));
    expect(backend.requests.slice(before)).toEqual([`DELETE /api/departments/${stars.id}/`]);
  });

  test('stays through navigation; the tab is not closed unasked while a job runs', async () => {
    const sales = await createDepartment(admin, 'Sales');
    const { user, parts } = await open();
    let answer = () => undefined as void;
    network.use(http.delete('*/api/departments/:id/', () => new Promise<undefined>((resolve) => (answer = () => resolve(undefined)))));
    expect(closingIsHeldUp()).toBe(false);
    const tray = await deleteDepartments([sales]);
    expect(tray.textContent).toContain('1 running');
    expect(tray.textContent).toContain('0 of 1');
    expect(closingIsHeldUp()).toBe(true);
    await act(() => parts.router.navigate('/profile/password'));
    await screen.findByRole('heading', { level: 1, name: 'Change password' });
    expect(screen.getByRole('region', { name: 'Jobs' })).toBe(tray);

    await user.click(within(tray).getByRole('button', { name: /^Jobs/ }));
    expect(within(tray).queryByText('Delete 1 departments')).toBeNull();
    await user.click(within(tray).getByRole('button', { name: /^Jobs/ }));
    answer();
    await waitFor(() => expect(tray.textContent).toContain('1 of 1 deleted'));
    expect(closingIsHeldUp()).toBe(false);
    expect(screen.getByRole('log').textContent).toContain('Delete 1 departments: 1 of 1 deleted');
  });

  test('a server that has enough is waited for as long as it says', async () => {
    const sales = await createDepartment(admin, 'Sales');
    const { user } = await open();
    network.use(
      http.delete('*/api/departments/:id/', () => HttpResponse.json({ detail: 'Request was throttled. Expected available in 40 seconds.' }, { status: 429, headers: { 'Retry-After': '40' } }), {
        once: true,
      }),
    );
    const tray = await deleteDepartments([sales]);
    await waitFor(() => expect(tray.textContent).toMatch(/The server asks to wait\. Going on in (40|39|38) s\./));
    expect(tray.textContent).not.toContain('failed');
    await user.click(within(tray).getByRole('button', { name: 'Go on now: Delete 1 departments' }));
    await waitFor(() => expect(tray.textContent).toContain('1 of 1 deleted'));
  });

  test('a session that runs out halts it until somebody is back; logging out ends it', async () => {
    const departments = [await createDepartment(admin, 'Sales'), await createDepartment(admin, 'Stars')];
    const { user } = await open();
    const { session } = await import('../../src/session/client.ts');
    const gone = HttpResponse.json({ detail: 'User not found', code: 'user_not_found' }, { status: 401 });
    network.use(
      http.delete('*/api/departments/:id/', async () => {
        await delay(300); // the tray is to be there before the dialog lies over it
        return gone.clone();
      }),
    );
    const tray = await deleteDepartments(departments);
    await waitFor(() => expect(tray.textContent).toContain('Waiting until you are logged in again.'));
    expect(session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });

    network.resetHandlers();
    const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' });
    await user.type(within(dialog).getByLabelText('Password'), admin.password);
    await user.click(within(dialog).getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(tray.textContent).toContain('2 of 2 deleted'));

    act(() => session.logOut());
    await screen.findByRole('heading', { level: 1, name: 'Log in' });
    expect(screen.queryByRole('region', { name: 'Jobs' })).toBeNull();
    const { jobs } = await import('../../src/jobs/job-list.ts');
    expect(jobs.list.get()).toEqual([]);
  });
});
