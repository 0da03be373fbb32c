import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Combobox, type ComboboxOption, type ComboboxProps } from '../../../src/ui/combobox.tsx';
import { Dialog } from '../../../src/ui/dialog.tsx';

const departments: ComboboxOption[] = ['Engineering', 'Legal', 'Sales', 'Sales support'].map((label, index) => ({ id: String(index), label }));

function Picker({ onClose, onQuery, ...props }: Partial<ComboboxProps> & { onClose?: () => void; onQuery?: (query: string) => void }) {
  const [selected, setSelected] = useState<ComboboxOption | null>(props.selected ?? null);
  const [query, setQuery] = useState('');
  return (
    <Dialog title="Add member" onClose={onClose ?? (() => undefined)}>
      <Combobox
        label="Department"
        options={departments.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))}
        {...props}
        selected={selected}
        onSelect={setSelected}
        query={query}
        onQueryChange={(text) => {
          setQuery(text);
          onQuery?.(text);
        }}
      />
      <output aria-label="Chosen">{selected?.label ?? 'nobody'}</output>
      <button type="button">Save</button>
    </Dialog>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Department' });
const chosen = () => screen.getByLabelText('Chosen').textContent;
const optionNames = () => within(screen.getByRole('listbox')).getAllByRole('option').map((option) => option.textContent);

// The first test of the file: the library makes its live region once for as long as the page lives.
test('announces how many there are', async () => {
  const user = userEvent.setup();
  render(<Picker />);
  await user.type(field(), 'sales');
  await screen.findByRole('listbox');
  const live = () => [...document.querySelectorAll('[data-live-announcer]')].map((region) => region.textContent).join(' ');
  await waitFor(() => expect(live()).toContain('2 options available'));
});

test('searches while one types, and takes an option by the keyboard alone', async () => {
  const user = userEvent.setup();
  render(<Picker />);
  await user.type(field(), 'sal');
  expect(await screen.findByRole('option', { name: 'Sales' })).toBeTruthy();
  expect(optionNames()).toEqual(['Sales', 'Sales support']);
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen()).toBe('Sales support');
  expect(field()).toHaveProperty('value', 'Sales support');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('shows the present one at once, and offers all of them when opened', async () => {
  const user = userEvent.setup();
  render(<Picker selected={{ id: '99', label: 'Finance' }} />);
  expect(field()).toHaveProperty('value', 'Finance');
  await user.click(field());
  await screen.findByRole('listbox');
  expect(optionNames()).toEqual(['Engineering', 'Legal', 'Sales', 'Sales support']);
  await user.click(screen.getByRole('option', { name: 'Legal' }));
  expect(chosen()).toBe('Legal');
  expect(field()).toHaveProperty('value', 'Legal');
});

test('the first Escape closes the list and puts the text back, the second asks the dialog', async () => {
  const user = userEvent.setup();
  const onClose = vi.fn<() => void>();
  const onQuery = vi.fn<(query: string) => void>();
  render(<Picker selected={{ id: '99', label: 'Finance' }} onClose={onClose} onQuery={onQuery} />);
  await user.type(field(), 'x');
  await screen.findByRole('listbox');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(onClose).not.toHaveBeenCalled();
  expect(field()).toHaveProperty('value', 'Finance');
  expect(chosen()).toBe('Finance');
  expect(onQuery.mock.lastCall).toEqual(['']);
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('Tab closes the list and goes on', async () => {
  const user = userEvent.setup();
  render(<Picker />);
  await user.type(field(), 'zzz');
  await screen.findByText('No match for “zzz”.');
  await user.tab();
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  expect(field()).toHaveProperty('value', '');
});

test('an emptied field chooses nobody', async () => {
  const user = userEvent.setup();
  render(<Picker selected={{ id: '2', label: 'Sales' }} />);
  await user.clear(field());
  expect(chosen()).toBe('nobody');
});

test('offers to create what is not there, and only that', async () => {
  const user = userEvent.setup();
  const onCreate = vi.fn<(name: string) => void>();
  render(<Picker onCreate={onCreate} />);
  await user.type(field(), 'Sales');
  await screen.findByRole('listbox');
  expect(optionNames()).toEqual(['Sales', 'Sales support']);
  await user.type(field(), ' abroad');
  await user.click(await screen.findByRole('option', { name: 'Create “Sales abroad”' }));
  expect(onCreate.mock.calls).toEqual([['Sales abroad']]);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(chosen()).toBe('nobody');
});

test('says that it loads, and lets one try again when it could not', async () => {
  const user = userEvent.setup();
  const onRetry = vi.fn<() => void>();
  const { rerender } = render(<Picker status="loading" options={[]} />);
  await user.click(field());
  expect(await screen.findByText('Loading…')).toBeTruthy();
  rerender(<Picker status="error" options={[]} onRetry={onRetry} />);
  expect((await screen.findByRole('alert')).textContent).toBe('The list could not be loaded.');
  await user.click(screen.getByRole('option', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
  expect(await screen.findByRole('listbox')).toBeTruthy();
});

test('an error is said at the field', () => {
  render(<Picker error="Choose a department" />);
  expect(field().getAttribute('aria-invalid')).toBe('true');
  const ids = (field().getAttribute('aria-describedby') ?? '').split(' ');
  expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual(['Choose a department']);
});
