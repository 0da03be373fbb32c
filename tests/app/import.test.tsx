import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { catchDownloads, type Download } from '../support/downloads.ts';
import { createAdmin, createDepartment, createMember, logIn, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend, type TestBackend } from '../support/test-backend.ts';

const kept = new Map<string, unknown>();

// The browser's database, which jsdom does not have: what is kept outlives the page.
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: async (key: string) => structuredClone(kept.get(key)),
  set: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
  del: async (key: string) => void kept.delete(key),
}));

let backend: TestBackend;
let admin: Account;
let downloads: Download[];

beforeEach(async () => {
  kept.clear();
  downloads = catchDownloads();
  backend = await testBackend();
  admin = await createAdmin(backend);
});

const csv = (text: BlobPart, name = 'people.csv') => new File([text], name, { type: 'text/csv' });
const header = 'Email,First name,Last name,Department\n';

async function openImport() {
  const visit = await renderAt('/teams/import', { as: admin });
  await screen.findByRole('heading', { level: 1, name: 'Import team members' });
  return visit;
}

async function choose(user: UserEvent, text: BlobPart) {
  await user.upload(await screen.findByLabelText('CSV file'), csv(text));
  await screen.findByRole('heading', { level: 2, name: 'Match the columns' });
}

async function check(user: UserEvent, text: string) {
  await choose(user, text);
  await user.click(screen.getByRole('button', { name: /^Check \d/ }));
  await screen.findByRole('heading', { level: 2, name: 'Check the rows' });
}

async function members(): Promise<{ email: string; department: number }[]> {
  const response = await backend.send('/api/myTeams/?page_size=100', { headers: { Authorization: `JWT ${admin.access}` } });
  const { results } = (await response.json()) as { results: { email: string; department: number }[] };
  return results;
}

// The tray may tell of it too.
const rowOf = (email: string) => screen.getAllByText(email).flatMap((shown) => shown.closest('tr') ?? [])[0] ?? document.body;
const posts = () => backend.requests.filter((request) => request === 'POST /api/myTeams/').length;

describe('a file', () => {
  test('its columns are recognised, in any order and whatever they are called', async () => {
    const { user } = await openImport();
    await choose(user, 'Abteilung;Nachname;Vorname;E-Mail\nVertrieb;Lovelace;Ada;ada@example.com\n');
    for (const [label, shown] of [['Email', 'E-Mail'], ['First name', 'Vorname'], ['Last name', 'Nachname'], ['Department', 'Abteilung']]) {
      expect(screen.getByRole('combobox', { name: label })).toHaveDisplayValue(shown ?? '');
    }
    expect(screen.getByText('For example: ada@example.com')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Match the columns' }));
  });

  test('a column that is not recognised has to be chosen; the summary says which', async () => {
    const { user } = await openImport();
    await choose(user, 'contact,who\nada@example.com,Ada Lovelace\n');
    await user.click(screen.getByRole('button', { name: 'Check 1 row' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Choose the column for First name');
    expect(alert.textContent).toContain('Enter a department for everyone');
    expect(alert.textContent).not.toContain('Choose the column for Email');

    await user.selectOptions(screen.getByRole('combobox', { name: 'First name' }), 'who');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Last name' }), 'who');
    await user.type(screen.getByLabelText('Department for everyone'), 'Engines');
    await user.click(screen.getByRole('button', { name: 'Check 1 row' }));
    await screen.findByRole('heading', { name: 'Check the rows' });
    const cells = within(rowOf('ada@example.com')).getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells).toEqual(['ada@example.com', 'Ada', 'Lovelace', 'Engines', 'ReadyEdit']);
  });

  test.each([
    ['a workbook', new File([Uint8Array.of(0x50, 0x4b, 3, 4)], 'people.csv'), /Excel workbook/],
    ['an empty file', csv(''), /empty/],
    ['no rows', csv(header), /no rows/],
    ['a web page', csv('<!DOCTYPE html><html><table>'), /web page/],
    ['too many rows', csv(header + 'a@example.com,A,B,C\n'.repeat(5001)), /5,001 rows. At most 5,000/],
  ])('%s is refused in words, and another can be chosen', async (_name, file, words) => {
    const { user } = await openImport();
    await user.upload(await screen.findByLabelText('CSV file'), file);
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(screen.getByLabelText('CSV file')).toBeTruthy();
  });

  test('the encoding is guessed, shown beside examples, and can be changed', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    // windows-1251, in which р, о, м and а are these bytes.
    await choose(user, Uint8Array.from(`${header}ada@example.com,\u00d0\u00ee\u00ec\u00e0,Lovelace,Sales\n`, (char) => char.charCodeAt(0)));
    const encoding = screen.getByRole('combobox', { name: 'Encoding' });
    expect(encoding).toHaveDisplayValue('Cyrillic (Windows)');
    expect(screen.getByText('For example: Рома')).toBeTruthy();
    await user.selectOptions(encoding, 'Western European (Windows)');
    expect(await screen.findByText('For example: Ðîìà')).toBeTruthy();
    await user.selectOptions(encoding, 'Cyrillic (Windows)');
    await screen.findByText('For example: Рома');
    await user.click(screen.getByRole('button', { name: 'Check 1 row' }));
    expect(await screen.findByRole('cell', { name: 'Рома' })).toBeTruthy();
  });

  test('UTF-8 with a stray byte stays UTF-8: the row that has it is marked', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    const [before, after] = [`${header}zoe@example.com,Zoë,L,Sales\nada@example.com,Ada`, ',Lovelace,Sales\n'].map((text) => new TextEncoder().encode(text));
    await choose(user, Uint8Array.of(...(before ?? []), 0xa0, ...(after ?? [])));
    expect(screen.getByRole('combobox', { name: 'Encoding' })).toHaveDisplayValue('Unicode (UTF-8)');
    await user.click(screen.getByRole('button', { name: 'Check 2 rows' }));
    await screen.findByRole('heading', { name: 'Check the rows' });
    expect(within(rowOf('zoe@example.com')).getByText('Ready')).toBeTruthy();
    expect(within(rowOf('ada@example.com')).getByText(/First name: A character could not be read/)).toBeTruthy();
  });

  test('the header is found below a title, and can be changed', async () => {
    const { user } = await openImport();
    await choose(user, `version:v1.0,,,\n${header}ada@example.com,Ada,Lovelace,Sales\n`);
    const headerField = screen.getByRole('combobox', { name: 'Header' });
    expect(headerField).toHaveDisplayValue('Row 2: Email, First name, Last name, Department');
    expect(screen.getByText('1 row above it is left out.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check 1 row' })).toBeTruthy();
    await user.selectOptions(headerField, 'None: the first row is data');
    expect(screen.getByRole('button', { name: 'Check 3 rows' })).toBeTruthy();
    expect(within(screen.getByRole('combobox', { name: 'Last name' })).getByRole('option', { name: 'Column 3' })).toBeTruthy();
    expect(document.activeElement).toBe(headerField);
  });

  test('one that is dropped anywhere on the page is read', async () => {
    await openImport();
    const heading = screen.getByRole('heading', { level: 1 });
    const dataTransfer = { types: ['Files'], files: [csv(`${header}ada@example.com,Ada,Lovelace,Sales\n`)] };
    expect(fireEvent.dragOver(heading, { dataTransfer })).toBe(false);
    expect(fireEvent.drop(heading, { dataTransfer })).toBe(false);
    await screen.findByRole('heading', { level: 2, name: 'Match the columns' });
    // Another one replaces neither the file nor, by the browser's doing, the page.
    expect(fireEvent.drop(heading, { dataTransfer })).toBe(false);
    expect(screen.getByRole('heading', { level: 2, name: 'Match the columns' })).toBeTruthy();
  });

  test('a template can be downloaded', async () => {
    const { user } = await openImport();
    await user.click(await screen.findByRole('button', { name: 'Download template' }));
    await waitFor(() => expect(downloads).toEqual([{ name: 'team-members-template.csv', text: '\ufeffEmail,First name,Last name,Department\r\n' }]));
  });
});

describe('the check', () => {
  test('finds what the server would refuse, before anything is sent', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example,Ada,Lovelace,Sales\nmary@example.com,,Somerville,Sales\ngrace@EXAMPLE.com,Grace,Hopper,sales\nGrace@example.com,Grace,Hopper,Sales\n`);
    expect(within(rowOf('ada@example')).getByText(/Enter an email address in the form/)).toBeTruthy();
    expect(within(rowOf('mary@example.com')).getByText(/First name: Enter a first name/)).toBeTruthy();
    expect(within(rowOf('grace@example.com')).getByText('Ready')).toBeTruthy();
    expect(screen.getByText(/The same address is in row 4/).closest('tr')).toHaveTextContent('grace@example.com');
    expect(screen.getByRole('button', { name: 'Add 1 team member' })).toBeTruthy();
    expect(posts()).toBe(0);
  });

  test('a damaged row takes nobody with it, is marked with its line and text, and is corrected in place', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,"Ada,L,Sales\nbea@example.com,Som, Jr.,Bea,Sales\ncy@example.com, "Cy", "Som, Jr.", "Sales"\n`);
    expect(screen.getByText(/Line 2: text follows a closing quotation mark\. In the file: ada@example\.com,"Ada,L,Sales/)).toBeTruthy();
    expect(screen.getByText(/Row 3: 5 cells, but there are 4 columns\. In the file: bea@example\.com/)).toBeTruthy();
    expect(within(rowOf('cy@example.com')).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['cy@example.com', 'Cy', 'Som, Jr.', 'Sales', 'ReadyEdit']);
    expect(screen.queryByRole('group', { name: /not exist yet/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Add 1 team member' })).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Edit row 2' }));
    for (const [label, text] of [['Email', 'ada@example.com'], ['First name', 'Ada'], ['Last name', 'L'], ['Department', 'Sales']]) {
      await user.type(screen.getByRole('textbox', { name: `${label} of row 2` }), text ?? '');
    }
    await user.click(screen.getByRole('button', { name: 'Save row 2' }));
    expect(within(rowOf('ada@example.com')).getByText('Ready')).toBeTruthy();
  });

  test('corrections outlive a reload, before anything is sent', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example,Ada,Lovelace,Sales\n"bea"@example.com,Bea,M,Sales\n`);
    await user.click(screen.getByRole('button', { name: 'Edit row 2' }));
    await user.type(screen.getByRole('textbox', { name: 'Email of row 2' }), '.com{Enter}');
    await waitFor(() => expect(kept.size).toBe(2));
    document.body.replaceChildren();
    await openImport();
    expect(await screen.findByText('An import was not sent')).toBeVisible();
    screen.getByRole('button', { name: 'Go on with the import' }).click();
    await screen.findByRole('heading', { name: 'Check the rows' });
    expect(within(rowOf('ada@example.com')).getByText('Ready')).toBeTruthy();
    expect(screen.getByText(/Line 3: text follows a closing quotation mark/)).toBeTruthy();
  });

  test('corrections that cannot be stored are asked about before the page is left', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example,Ada,Lovelace,Sales\n`);
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    vi.spyOn(kept, 'set').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.click(screen.getByRole('button', { name: 'Edit row 2' }));
    await user.type(screen.getByRole('textbox', { name: 'Email of row 2' }), '.com{Enter}');
    await waitFor(() => expect(leave()).toBe(false));
  });

  test('a row is corrected in place', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example,Ada,Lovelace,Sales\n`);
    await user.click(screen.getByRole('button', { name: 'Edit row 2' }));
    const email = screen.getByRole('textbox', { name: 'Email of row 2' });
    expect(document.activeElement).toBe(email);
    await user.type(email, '.com{Enter}');
    expect(within(rowOf('ada@example.com')).getByText('Ready')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit row 2' })));
  });

  test('departments that are missing are created only if that is wanted', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Engines\nmary@example.com,Mary,Somerville,Stars\ngrace@example.com,Grace,Hopper,sales\n`);
    expect(screen.getByRole('group', { name: '2 departments do not exist yet' })).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Create “Stars” (1 row)' }));
    expect(within(rowOf('mary@example.com')).getByText(/There is no department “Stars”/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add 2 team members' }));
    await waitFor(async () => expect((await members()).map(({ email }) => email).sort()).toEqual(['ada@example.com', 'grace@example.com']));
    expect(backend.requests.filter((request) => request === 'POST /api/departments/')).toHaveLength(1);
  });
});

describe('sending', () => {
  test('adds the good rows, tells the server’s words of the others, hands over log-in details that work', async () => {
    const sales = await createDepartment(admin, 'Sales');
    const taken = await createMember(admin, { departmentId: sales.id });
    const { user, parts } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\n${taken.email},Mary,Somerville,Sales\ngrace@example.com,Grace,Hopper,Engines\n`);
    await user.click(screen.getByRole('button', { name: 'Add 3 team members' }));

    await waitFor(() => expect(within(rowOf(taken.email)).getByText(/user with this email address already exists/)).toBeTruthy());
    const tray = await screen.findByRole('region', { name: 'Jobs' });
    await waitFor(() => expect(tray.textContent).toContain('2 of 3 team members added. 1 could not be added.'));
    expect(within(rowOf('ada@example.com')).getByText('Added')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Download the rows to correct' }));
    await waitFor(() => expect(downloads[0]?.text).toContain(`${taken.email},Mary,Somerville,Sales,Email: user with this email address already exists.\r\n`));

    await user.click(screen.getByRole('button', { name: 'Download log-in details' }));
    await waitFor(() => expect(downloads[1]?.text).toContain('Lovelace'));
    expect(downloads[1]?.name).toMatch(/^log-in-details-\d{4}-\d\d-\d\d\.csv$/);
    expect(screen.queryByRole('button', { name: 'Download log-in details' })).toBeNull();
    const [, password = ''] = /ada@example\.com,([^,]+),/.exec(downloads[1]?.text ?? '') ?? [];
    expect(await logIn(backend, { email: 'ada@example.com', password })).toBeTruthy();
    // The download may have been cancelled.
    await user.click(screen.getByRole('button', { name: 'Download again' }));
    await waitFor(() => expect(downloads[2]?.text).toBe(downloads[1]?.text));

    // The failed row, corrected in place, goes out alone.
    const before = posts();
    await user.click(screen.getByRole('button', { name: 'Edit row 3' }));
    const email = screen.getByRole('textbox', { name: 'Email of row 3' });
    await user.clear(email);
    await user.type(email, 'mary@example.com{Enter}');
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await waitFor(() => expect(within(rowOf('mary@example.com')).getByText('Added')).toBeTruthy());
    expect(posts()).toBe(before + 1);

    // The job continues, and is shown, on any page; the list is reloaded.
    await parts.router.navigate('/teams');
    await screen.findByRole('row', { name: /grace@example\.com/ });
    expect(screen.getByRole('region', { name: 'Jobs' })).toBeTruthy();
  });

  test('log-in details can be downloaded again while the tab is open, also after another file', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\n`);
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await user.click(await screen.findByRole('button', { name: 'Download log-in details' }));
    await waitFor(() => expect(downloads[0]?.text).toContain('Lovelace'));
    await user.click(screen.getByRole('button', { name: 'Import another file' }));
    await screen.findByLabelText('CSV file');
    await user.click(screen.getByRole('button', { name: 'Download again' }));
    await waitFor(() => expect(downloads[1]?.text).toBe(downloads[0]?.text));
    expect(kept.size).toBe(0);
  });

  test('an import that has ended with rows left over says so later, and not that it was interrupted', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\nbad@example,Bea,M,Sales\n`);
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await user.click(await screen.findByRole('button', { name: 'Download log-in details' }));
    await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('"handedOver":[0]'));
    document.body.replaceChildren();
    await openImport();
    const notice = await screen.findByText('An import has rows left to correct');
    expect(notice.parentElement?.textContent).not.toContain('Passwords');
    screen.getByRole('button', { name: 'Go on with the import' }).click();
    await screen.findByRole('heading', { name: 'Check the rows' });
    expect(screen.queryByRole('button', { name: 'Download log-in details' })).toBeNull();
  });

  test('a request without an answer is not repeated blindly: the address is looked up first', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\n`);
    let lost = 0;
    network.use(
      http.post('*/api/myTeams/', async ({ request }) => {
        lost += 1;
        await backend.server.fetch(request);
        return HttpResponse.error();
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await waitFor(() => expect(within(rowOf('ada@example.com')).getByText('Added')).toBeTruthy());
    expect(lost).toBe(1);
    expect(await members()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Download log-in details' }));
    await waitFor(() => expect(downloads[0]?.text).toContain('ada@example.com'));
    const [, password = ''] = /ada@example\.com,([^,]+),/.exec(downloads[0]?.text ?? '') ?? [];
    expect(await logIn(backend, { email: 'ada@example.com', password })).toBeTruthy();
  });

  test('closing the tab half way: on return it is known what was done, and the rest goes on', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\nmary@example.com,Mary,Somerville,Sales\nbad@example.com,,,Sales\ngrace@example.com,Grace,Hopper,Sales\n`);
    // Ada's response arrives; Mary reaches the server, but the tab is closed before the response; Grace is not sent.
    const never = new Promise<Response>(() => undefined);
    network.use(
      http.post('*/api/myTeams/', async ({ request }) => {
        const { email } = (await request.clone().json()) as { email: string };
        if (email === 'grace@example.com') return never;
        const answer = await backend.server.fetch(request);
        return email === 'ada@example.com' ? answer : never;
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Add 3 team members' }));
    await waitFor(() => expect(within(rowOf('ada@example.com')).getByText('Added')).toBeTruthy());
    await waitFor(async () => expect(await members()).toHaveLength(2));
    expect(JSON.stringify([...kept.values()])).not.toMatch(/password/i);

    network.resetHandlers();
    document.body.replaceChildren();
    await openImport();
    await waitFor(() => expect(screen.getByRole('main')).toHaveTextContent('“people.csv”: 1 of 4 rows added, 3 left.'));
    const back = screen.getByRole('button', { name: 'Go on with the import' });
    back.click();
    await screen.findByRole('heading', { name: 'Check the rows' });
    expect(within(rowOf('mary@example.com')).getByText(/Not known/)).toBeTruthy();
    expect(within(rowOf('bad@example.com')).getByText(/Enter a first name/)).toBeTruthy();
    screen.getByRole('button', { name: 'Add 2 team members' }).click();
    await waitFor(() => expect(within(rowOf('grace@example.com')).getByText('Added')).toBeTruthy());
    await waitFor(() => expect(within(rowOf('mary@example.com')).getByText('Added')).toBeTruthy());
    expect((await members()).map(({ email }) => email).sort()).toEqual(['ada@example.com', 'grace@example.com', 'mary@example.com']);
    expect(posts()).toBe(1);

    screen.getByRole('button', { name: 'Download log-in details' }).click();
    await waitFor(() => expect(downloads[0]?.text).toContain('ada@example.com,not known: choose “Forgot password?” when logging in'));
    const [, password = ''] = /grace@example\.com,([^,]+),/.exec(downloads[0]?.text ?? '') ?? [];
    expect(await logIn(backend, { email: 'grace@example.com', password })).toBeTruthy();
  });

  test.each([[29, 'offered'], [31, 'forgotten']] as const)('what was left behind %i days ago is %s', async (days, fate) => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\n`);
    network.use(http.post('*/api/myTeams/', () => new Promise<Response>(() => undefined)));
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await waitFor(() => expect(kept.size).toBe(2));

    for (const [key, value] of kept) kept.set(key, { ...(value as object), startedAt: Date.now() - days * 86_400_000 });
    network.resetHandlers();
    document.body.replaceChildren();
    await openImport();
    if (fate === 'offered') {
      expect(await screen.findByText('An import was interrupted')).toBeVisible();
    } else {
      await waitFor(() => expect(kept.size).toBe(0));
      expect(screen.queryByText('An import was interrupted')).toBeNull();
    }
  });

  test('logging out ends it, and leaves nothing of it in memory', async () => {
    await createDepartment(admin, 'Sales');
    const { user } = await openImport();
    await check(user, `${header}ada@example.com,Ada,Lovelace,Sales\n`);
    network.use(http.post('*/api/myTeams/', () => new Promise(() => undefined)));
    await user.click(screen.getByRole('button', { name: 'Add 1 team member' }));
    await screen.findByRole('region', { name: 'Jobs' });
    const { session } = await import('../../src/session/client.ts');
    session.logOut();
    await screen.findByRole('heading', { level: 1, name: 'Log in' });
    const { jobs } = await import('../../src/jobs/job-list.ts');
    const { importStore } = await import('../../src/features/import/import-store.ts');
    expect(jobs.list.get()).toEqual([]);
    expect(importStore.get()).toMatchObject({ step: 'choose', rows: [], job: null, handedOver: [] });
  });
});
