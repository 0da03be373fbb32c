import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Table, type Column } from '../../../src/ui/table.tsx';

interface Team {
  id: string;
  name: string;
  size: number;
}

const teams: Team[] = [
  { id: '1', name: 'Sales', size: 4 },
  { id: '2', name: 'Legal', size: 2 },
];
const drawn = vi.fn<(name: string) => void>();
const columns: Column<Team>[] = [
  {
    key: 'name',
    header: 'Name',
    sortKey: 'name',
    cell: (team) => {
      drawn(team.name);
      return team.name;
    },
  },
  { key: 'size', header: 'People', sortKey: 'size', align: 'end', cell: (team) => team.size },
  { key: 'id', header: 'Number', cell: (team) => team.id },
];
const idOf = (team: Team) => team.id;
const nameOf = (team: Team) => team.name;
const actions = (team: Team) => <button type="button">Actions for {team.name}</button>;

function Sorted() {
  const [ordering, setOrdering] = useState('name');
  return <Table caption="Teams" columns={columns} rows={teams} rowKey={idOf} ordering={ordering} onOrder={setOrdering} rowActions={actions} />;
}

test('is a named table whose first column heads its rows', () => {
  render(<Sorted />);
  const table = screen.getByRole('table', { name: 'Teams' });
  expect(within(table).getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'People', 'Number', 'Actions']);
  const row = within(table).getByRole('row', { name: /Sales/ });
  expect(within(row).getByRole('rowheader', { name: 'Sales' }).getAttribute('scope')).toBe('row');
  expect(within(row).getAllByRole('cell')).toHaveLength(3);
});

test('sorts by buttons in the headers: one aria-sort, the focus stays', async () => {
  const user = userEvent.setup();
  render(<Sorted />);
  const sorts = () => screen.getAllByRole('columnheader').map((header) => header.getAttribute('aria-sort'));
  expect(sorts()).toEqual(['ascending', null, null, null]);

  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(sorts()).toEqual(['descending', null, null, null]);

  await user.click(screen.getByRole('button', { name: 'People' }));
  expect(sorts()).toEqual([null, 'ascending', null, null]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'People' }));
  expect(screen.queryByRole('button', { name: 'Number' })).toBeNull();
});

function Selectable() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [handlers] = useState(() => ({
    onToggle: (key: string, on: boolean) => setSelected((before) => new Set(on ? [...before, key] : [...before].filter((other) => other !== key))),
    onToggleAll: (on: boolean) => setSelected(new Set(on ? teams.map(idOf) : [])),
  }));
  return <Table caption="Teams" columns={columns} rows={teams} rowKey={idOf} selection={{ selected, nameOf, ...handlers }} />;
}

test('selects rows by checkboxes that are named after them, and draws only the row that changed', async () => {
  const user = userEvent.setup();
  render(<Selectable />);
  const all = screen.getByRole('checkbox', { name: 'Select all on this page' });
  drawn.mockClear();

  await user.click(screen.getByRole('checkbox', { name: 'Select Legal' }));
  expect(drawn.mock.calls).toEqual([['Legal']]);
  expect(all).toHaveProperty('indeterminate', true);

  await user.click(all);
  expect(screen.getByRole('checkbox', { name: 'Select Sales' })).toHaveProperty('checked', true);
  expect(all).toHaveProperty('indeterminate', false);
});

test('draws every row of a page of any length, and the rows of a shorter one after it', async () => {
  const company = Array.from({ length: 250 }, (_, index) => ({ id: String(index), name: `Team ${index}`, size: index }));
  const table = (rows: readonly Team[]) => <Table caption="Teams" columns={columns} rows={rows} rowKey={({ id }) => id} />;
  const { rerender } = render(table(company));
  const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(names()).toEqual(company.map(({ name }) => name));
  rerender(table(company.slice(3, 5)));
  expect(names()).toEqual(['Team 3', 'Team 4']);
  rerender(table(company.slice(0, 200)));
  expect(names()).toHaveLength(200);
});
