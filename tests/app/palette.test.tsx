import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const palette = () => screen.findByRole('dialog', { name: 'Search or jump to' });

test('opens by key, goes to a page, and gives the keyboard back', async () => {
  const { user, address } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  await user.keyboard('{Control>}k{/Control}');
  const field = within(await palette()).getByRole('combobox', { name: 'Search or jump to' });
  expect(field).toHaveFocus();
  await user.keyboard('dep{ArrowDown}');
  expect(screen.getByRole('option', { name: 'Add department' })).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('option', { selected: true })).toHaveAccessibleName('Departments');
  expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { selected: true }).id);
  await user.keyboard('{Enter}');
  await heading('Departments');
  expect(address()).toBe('/departments');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('opens by the button in the top bar; Escape closes it and the button has the focus again', async () => {
  const { user } = await renderAt('/profile', { as: 'admin' });
  const button = await screen.findByRole('button', { name: 'Search or jump to…' });
  await user.click(button);
  await palette();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(button).toHaveFocus());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('searches departments and members on the server, once the typing pauses', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const sales = await createDepartment(admin, 'Zebra sales');
  await createMember(admin, { departmentId: sales.id, firstName: 'Zebedee', lastName: 'Brown', email: 'zeb@example.com' });
  const { user, address } = await renderAt('/profile', { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Search or jump to…' }));
  await palette();
  backend.requests.length = 0;
  await user.keyboard('zeb');

  expect(await screen.findByRole('option', { name: 'Zebra sales' })).toBeInTheDocument();
  const member = await screen.findByRole('option', { name: /^Zebedee Brown/ });
  expect(await screen.findByText('2 results')).toBeInTheDocument();
  expect(backend.requests.sort()).toEqual(['GET /api/departments/?search=zeb', 'GET /api/myTeams/?search=zeb']);

  await user.click(member);
  expect(await screen.findByRole('dialog', { name: 'Edit member' })).toBeInTheDocument();
  expect(address()).toMatch(/^\/teams\/\d+\/edit\?search=zeb%40example\.com$/);
});

test('offers all matches where there are many, and says when there is none', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  await putMembers(backend, admin, { count: 37, departmentId: (await createDepartment(admin)).id });
  const { user, address } = await renderAt('/profile', { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Search or jump to…' }));
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'qqqq');
  expect(await screen.findByText('Nothing matches “qqqq”')).toBeInTheDocument();
  await user.clear(screen.getByRole('combobox', { name: 'Search or jump to' }));
  await user.keyboard('m1');
  await user.click(await screen.findByRole('option', { name: 'See all 11 team members that match' }));
  await heading('Team members');
  expect(address()).toBe('/teams?search=m1');
});

test('changes the theme and logs out', async () => {
  const { user } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  await user.keyboard('{Control>}k{/Control}');
  await palette();
  await user.keyboard('dark{Enter}');
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  await user.keyboard('{Control>}k{/Control}');
  await palette();
  await user.keyboard('system theme{Enter}');
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBeUndefined());
  await user.keyboard('{Control>}k{/Control}');
  await palette();
  await user.keyboard('log out{Enter}');
  await heading('Log in');
});

test('a team member is offered the own account, and the server is not asked', async () => {
  const { user, backend } = await renderAt('/profile', { as: 'member' });
  await heading('Your profile');
  backend.requests.length = 0;
  await user.keyboard('{Control>}k{/Control}');
  await palette();
  const options = screen.getAllByRole('option').map((option) => option.textContent);
  expect(options).toEqual(['Profile', 'Change password', 'Use light theme', 'Use dark theme', 'Use system theme', 'Keyboard shortcuts', 'Log out']);
  await user.keyboard('zzz');
  expect(await screen.findByText('Nothing matches “zzz”')).toBeInTheDocument();
  expect(backend.requests).toEqual([]);
});

test('single keys: "?" lists them, two keys go somewhere, and they can be turned off', async () => {
  const { user, address } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  await user.keyboard('gt');
  await heading('Team members');
  await user.keyboard('?');
  const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await user.click(within(list).getByRole('checkbox', { name: 'Use the shortcuts of single keys' }));
  expect(within(list).getAllByText('Off')).toHaveLength(6);
  await user.click(within(list).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(list).not.toBeInTheDocument());
  await user.keyboard('gd?');
  expect(address()).toBe('/teams');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  // The way back on: by the palette, whose key is no single one.
  await user.keyboard('{Control>}k{/Control}');
  await palette();
  await user.keyboard('shortcuts{Enter}');
  await user.click(await screen.findByRole('checkbox', { name: 'Use the shortcuts of single keys' }));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await user.keyboard('gd');
  await heading('Departments');
});

test('single keys do nothing while somebody types, nor over a dialog; "/" goes to the search box', async () => {
  const { user, address } = await renderAt('/departments', { as: 'admin' });
  const box = await screen.findByRole('searchbox', { name: 'Search departments' });
  await user.keyboard('/');
  expect(box).toHaveFocus();
  await user.keyboard('gt?/');
  expect(box).toHaveValue('gt?/');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.clear(box);
  await user.click(screen.getByRole('link', { name: 'Add department' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add department' });
  within(dialog).getByRole('button', { name: 'Cancel' }).focus();
  await user.keyboard('gt{Control>}k{/Control}');
  expect(address()).toBe('/departments/new');
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
});

test.each([
  ['Russian', { k: 'л', g: 'п', t: 'е' }],
  ['Greek', { k: 'κ', g: 'γ', t: 'τ' }],
  ['Hebrew', { k: 'ל', g: 'ע', t: 'א' }],
  ['Arabic', { k: 'ن', g: 'ل', t: 'ف' }],
  ['US with Caps Lock', { k: 'K', g: 'G', t: 'T' }],
])('on a keyboard set to %s, all keys work', async (_layout, letters) => {
  const keyboardMap = Object.entries(letters).map(([letter, key]) => ({ code: `Key${letter.toUpperCase()}`, key }));
  const { address } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  const user = userEvent.setup({ keyboardMap: [...keyboardMap, { code: 'ControlLeft', key: 'Control' }] });
  await user.keyboard(`{Control>}${letters.k}{/Control}`);
  const dialog = await palette();
  await user.keyboard(`{Control>}${letters.k}{/Control}`);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  await user.keyboard(letters.g + letters.t);
  await heading('Team members');
  expect(address()).toBe('/teams');
});

test('a key that is held does not run a command, nor close the palette again', async () => {
  const { user, address } = await renderAt('/profile', { as: 'admin' });
  await user.click(await screen.findByRole('button', { name: 'Search or jump to…' }));
  const field = within(await palette()).getByRole('combobox');
  for (const held of [{ key: 'Enter' }, { key: 'k', ctrlKey: true }]) fireEvent.keyDown(field, { ...held, repeat: true });
  expect(field).toBeInTheDocument();
  expect(address()).toBe('/profile');
});

// Safari ends the composition before the event of the key that ended it; the others say `isComposing`.
test.each([{ keyCode: 229 }, { isComposing: true }])('the keys that end a composition (%o) neither run a command nor close the palette', async (sign) => {
  const { user, address } = await renderAt('/profile', { as: 'admin' });
  await user.click(await screen.findByRole('button', { name: 'Search or jump to…' }));
  const field = within(await palette()).getByRole('combobox');
  await user.type(field, 'team');
  fireEvent.keyDown(field, { key: 'Enter', ...sign });
  fireEvent.keyDown(field, { key: 'Escape', ...sign });
  expect(field).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await heading('Team members');
  expect(address()).toBe('/teams');
});
