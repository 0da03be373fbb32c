import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { createAdmin, createDepartments, createMember, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

async function companyWith(names: readonly string[]) {
  const admin = await createAdmin(await testBackend());
  return { admin, departments: await createDepartments(admin, names) };
}

/** What another admin does meanwhile, in another browser. */
const elsewhere = async (admin: Account, method: string, path: string, body?: unknown) =>
  (await testBackend()).server.send(method, path, { as: admin.access, body });

async function choose(user: UserEvent, name: string, item: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

const row = (name: string) => screen.findByRole('rowheader', { name });
const twelve = Array.from({ length: 12 }, (_, index) => `Department ${String(index + 1).padStart(2, '0')}`);

describe('adding', () => {
  test('says at the field that a name is taken, in plain words, and keeps what was typed', async () => {
    const { admin } = await companyWith(['Sales']);
    const { user } = await renderAt('/departments/new', { as: admin });
    const dialog = await screen.findByRole('dialog', { name: 'Add department' });
    expect(within(dialog).getByLabelText('Name')).toHaveFocus();
    await user.type(within(dialog).getByLabelText('Name'), 'Sales{Enter}');
    const summary = await within(dialog).findByRole('alert');
    expect(summary).toHaveTextContent('There is a problem');
    expect(summary).toHaveFocus();
    const words = 'You already have a department called “Sales”. Choose another name.';
    await user.click(within(summary).getByRole('link', { name: words }));
    expect(within(dialog).getByLabelText('Name')).toHaveFocus();
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Sales');
    expect(within(dialog).getByLabelText('Name')).toHaveAccessibleDescription(words);
    expect(document.title).toMatch(/^Error: Add department/);
    expect(screen.queryByText(/unique set/)).toBeNull();
  });

  test.each([
    ['Sales', 'sales'],
    ['Sales  Team', 'Sales Team'],
    ['SalesTeam', 'Sales team'],
    ['E\u0301quipe', 'Équipe'],
    ['Équipe', 'Equipe'],
    ['Sa\u200bles', 'Sales'],
  ])('says at the field that %j exists before %j is added, and adds it all the same when asked again', async (existing, name) => {
    const { admin } = await companyWith([existing]);
    const { user, backend } = await renderAt('/departments/new', { as: admin });
    await user.type(await screen.findByLabelText('Name'), `${name}{Enter}`);
    const dialog = within(screen.getByRole('dialog', { name: 'Add department' }));
    await waitFor(() => expect(dialog.getByLabelText('Name')).toHaveAccessibleDescription(`“${existing.replace(/\s+/, ' ')}” exists already. To use “${name}” all the same, choose “Add department” again.`));
    expect(dialog.getByRole('alert')).toHaveFocus();
    expect(backend.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Add department' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const stored = await backend.server.db.selectFrom('departments').select('name').orderBy('id').execute();
    expect(stored).toEqual([{ name: existing }, { name }]);
  });

  test('another name that is typed instead is checked like the first', async () => {
    const { admin } = await companyWith(['Sales', 'Legal']);
    const { user } = await renderAt('/departments/new', { as: admin });
    await user.type(await screen.findByLabelText('Name'), 'sales{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/“Sales” exists already/));
    await user.clear(screen.getByLabelText('Name'));
    expect(screen.getByLabelText('Name')).not.toHaveAttribute('aria-invalid', 'true');
    await user.type(screen.getByLabelText('Name'), 'LEGAL{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/“Legal” exists already/));
  });

  test('is pointed out among hundreds of departments too', async () => {
    const { admin } = await companyWith([...Array.from({ length: 150 }, (_, index) => `Department ${index}`), 'Équipe']);
    const { user } = await renderAt('/departments/new', { as: admin });
    await user.type(await screen.findByLabelText('Name'), 'equipe{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/“Équipe” exists already/));
  });

  test('sends the name without what cannot be seen', async () => {
    const { admin } = await companyWith([]);
    const { user } = await renderAt('/departments/new', { as: admin });
    await user.type(await screen.findByLabelText('Name'), ' \u202aE\u0301quipe\u200b   Nord\u202c نامه\u200cای {Enter}');
    await row('Équipe Nord نامه\u200cای');
    const stored = await (await testBackend()).server.db.selectFrom('departments').select('name').execute();
    expect(stored).toEqual([{ name: 'Équipe Nord نامه\u200cای' }]);
  });

  test('links to the new row where it is not among those on screen', async () => {
    const { admin } = await companyWith(twelve);
    const { user, address } = await renderAt('/departments', { as: admin });
    await user.click(await screen.findByRole('link', { name: 'Add department' }));
    await user.type(await screen.findByLabelText('Name'), 'Marketing{Enter}');
    await user.click(await screen.findByRole('link', { name: 'Show Marketing' }));
    expect(await row('Marketing')).toBeVisible();
    expect(address()).toBe('/departments?search=Marketing');
    expect(screen.queryByRole('link', { name: 'Show Marketing' })).toBeNull();
  });

  test('sends one request for a double click', async () => {
    const { user, backend } = await renderAt('/departments/new', { as: 'admin' });
    await user.type(await screen.findByLabelText('Name'), 'Sales');
    await user.dblClick(screen.getByRole('button', { name: 'Add department' }));
    await row('Sales');
    expect(backend.requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /api/departments/']);
  });
});

describe('a dialog is a route', () => {
  test('closes by Back, and Cancel does not leave an entry that opens it again', async () => {
    const { user, address } = await renderAt('/departments?ordering=-name', { as: 'admin' });
    await user.click(await screen.findByRole('link', { name: 'Add department' }));
    await screen.findByRole('dialog');
    expect(address()).toBe('/departments/new?ordering=-name');
    window.history.back();
    await waitFor(() => expect(screen.getByRole('link', { name: 'Add department' })).toHaveFocus());
    const entries = window.history.length;
    await user.click(screen.getByRole('link', { name: 'Add department' }));
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
    await delay(300); // the strict mode of React mounts everything twice, and the focus library undoes the first in later frames
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(address()).toBe('/departments?ordering=-name'));
    expect(window.history.length).toBe(entries);
    await waitFor(() => expect(screen.getByRole('link', { name: 'Add department' })).toHaveFocus());
  });

  test('asks before what was typed is lost, by Escape, Cancel and Back', async () => {
    const { user, address } = await renderAt('/departments', { as: 'admin' });
    await user.click(await screen.findByRole('link', { name: 'Add department' }));
    await user.type(await screen.findByLabelText('Name'), 'Sal');
    for (const leave of [() => user.keyboard('{Escape}'), () => user.click(screen.getByRole('button', { name: 'Cancel' })), async () => window.history.back()]) {
      await leave();
      const question = await screen.findByRole('alertdialog', { name: 'Discard changes?' });
      await user.click(within(question).getByRole('button', { name: 'Keep editing' }));
      await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement));
      expect(screen.getByLabelText('Name')).toHaveValue('Sal');
      expect(address()).toBe('/departments/new');
    }
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toBe('/departments');
  });

  test('says that a linked department is not there, with a way back', async () => {
    const { admin } = await companyWith(['Sales']);
    const { user, address } = await renderAt('/departments/99999/edit?search=sal', { as: admin });
    const dialog = await screen.findByRole('dialog', { name: 'Rename department' });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('This department is not there. It may have been deleted.');
    await user.click(within(dialog).getByRole('button', { name: 'Back to the list' }));
    await waitFor(() => expect(address()).toBe('/departments?search=sal'));
    expect(await row('Sales')).toBeVisible();
  });
});

describe('renaming', () => {
  test('to a name like another’s is pointed out, to another spelling of its own is not', async () => {
    const { admin, departments: [sales] } = await companyWith(['Sales', 'Legal']);
    const { user } = await renderAt(`/departments/${sales?.id}/edit`, { as: admin });
    await user.clear(await screen.findByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'legal{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('“Legal” exists already. To use “legal” all the same, choose “Save” again.'));
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'SALES{Enter}');
    expect(await row('SALES')).toBeVisible();
  });

  test('shows the new name at once, and the old one again when the server refuses', async () => {
    const { admin } = await companyWith(['Sales', 'Marketing']);
    network.use(
      http.patch('*/api/departments/*', async () => {
        await delay(400);
        return undefined;
      }),
    );
    const { user } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Rename');
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Marketing{Enter}');
    const cells = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    await waitFor(() => expect(cells()).toEqual(['Marketing', 'Marketing']));
    expect(await screen.findByRole('alert')).toHaveTextContent('You already have a department called “Marketing”');
    expect(cells()).toEqual(['Sales', 'Marketing']);
  });

  test('sends nothing when the name is as before', async () => {
    const { admin } = await companyWith(['Sales']);
    const { user, backend } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Rename');
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.requests.filter((request) => request.startsWith('PATCH'))).toEqual([]);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing to save'));
  });

  test('says that the department was deleted meanwhile, and the list is right', async () => {
    const { admin, departments } = await companyWith(['Sales', 'Marketing']);
    const { user } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Rename');
    const name = await screen.findByLabelText('Name');
    await elsewhere(admin, 'DELETE', `/api/departments/${departments[0]?.id}/`);
    await user.type(name, '!{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('“Sales” was deleted meanwhile');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: 'Sales' })).toBeNull());
    expect(await row('Marketing')).toBeVisible();
  });
});

describe('deleting', () => {
  test('shows the refusal of a department with members in the server’s words, with a way on; the focus is on Cancel', async () => {
    const { admin, departments } = await companyWith(['Sales']);
    await createMember(admin, { departmentId: departments[0]?.id ?? '' });
    const { user, address } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Delete');
    const question = await screen.findByRole('alertdialog', { name: 'Delete Sales?' });
    expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    const { body } = await elsewhere(admin, 'DELETE', `/api/departments/${departments[0]?.id}/`);
    await user.click(within(question).getByRole('button', { name: 'Delete department' }));
    expect(await within(question).findByRole('alert')).toHaveTextContent(String(Object.values(body as object).flat()[0]));
    expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(document.querySelector('tbody th')).toHaveTextContent('Sales');
    await user.click(await within(question).findByRole('link', { name: 'Show its members' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sales' })).toBeVisible();
    expect(address()).toBe(`/departments/${departments[0]?.id}`);
  });

  test('of the last row of the last page moves to the page before', async () => {
    const { admin } = await companyWith(twelve.slice(0, 11));
    const { user, address } = await renderAt('/departments?page=2', { as: admin });
    await choose(user, 'Department 11', 'Delete');
    await user.click(await screen.findByRole('button', { name: 'Delete department' }));
    expect(await screen.findByText('1–10 of 10')).toBeVisible();
    expect(address()).toBe('/departments');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Department “Department 11” was deleted.'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  test('leaves the focus at the next row, and at the one before where there is no next', async () => {
    const { admin } = await companyWith(['Legal', 'Marketing', 'Sales']);
    const { user } = await renderAt('/departments', { as: admin });
    for (const [gone, beside] of [['Marketing', 'Sales'], ['Sales', 'Legal']] as const) {
      await choose(user, gone, 'Delete');
      await user.click(await screen.findByRole('button', { name: 'Delete department' }));
      await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Department “${gone}” was deleted.`));
      await waitFor(() => expect(screen.getByRole('button', { name: `Actions for ${beside}` })).toHaveFocus());
    }
    await choose(user, 'Legal', 'Delete');
    await user.click(await screen.findByRole('button', { name: 'Delete department' }));
    await screen.findByText('No departments yet');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  test('of one that is gone already says so', async () => {
    const { admin, departments } = await companyWith(['Sales', 'Marketing']);
    const { user } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Delete');
    await screen.findByRole('alertdialog');
    await elsewhere(admin, 'DELETE', `/api/departments/${departments[0]?.id}/`);
    await user.click(screen.getByRole('button', { name: 'Delete department' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Department “Sales” had been deleted already.'));
    expect(screen.queryByRole('rowheader', { name: 'Sales' })).toBeNull();
  });

  test('that was left while it was slow tells its failure in the status region', async () => {
    const { admin } = await companyWith(['Sales']);
    network.use(
      http.delete('*/api/departments/*', async () => {
        await delay(400);
        return new HttpResponse('<h1>Server Error (500)</h1>', { status: 500, headers: { 'Content-Type': 'text/html' } });
      }),
    );
    const { user } = await renderAt('/departments', { as: admin });
    await choose(user, 'Sales', 'Delete');
    await user.click(await screen.findByRole('button', { name: 'Delete department' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The server had a problem.'));
    expect(screen.getByRole('rowheader', { name: 'Sales' })).toBeVisible();
  });
});
