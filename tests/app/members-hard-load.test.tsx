import { screen, waitFor, within } from '@testing-library/react';
import { delay, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { flavouredList } from '../support/flavoured-list.ts';
import { renderAt } from '../support/render-at.tsx';
import { network } from '../support/test-backend.ts';

const at = { created_at: '2026-11-23T19:11:51.647277Z', updated_at: '2026-11-23T19:11:51.647337Z' };
const member = (id: number | string) => ({
  id, email: `m${id}@example.com`, first_name: `Mei ${id}`, last_name: 'Tanaka', role: 'Employee', company: 1, department: { id: 1, name: 'Sales' }, added_by: 1, ...at,
});
const dialog = () => screen.findByRole('dialog', { name: 'Edit member' });

describe('a hard load of a member’s dialog', () => {
  test('finds one of 100,000, ten a page, in at most 15 requests', async () => {
    // Deleted rows leave holes, and more so among the older ones.
    const members = Array.from({ length: 100_000 }, (_, index) => member(index * 3 + Math.floor(index ** 2 / 50_000) + 7));
    const asked: string[] = [];
    network.use(flavouredList('/api/myTeams/', members, { paging: 'page', pageSize: 10 }, asked));
    const wanted = members[89_996]?.id;
    await renderAt(`/teams/${wanted}/edit?page=3`, { as: 'admin' });
    expect(await within(await dialog()).findByLabelText('First name')).toHaveValue(`Mei ${wanted}`);
    const search = asked.filter((query) => query.includes('ordering=id'));
    expect(search.length).toBeLessThanOrEqual(15);
    expect(screen.getByText('21–30 of 100,000')).toBeInTheDocument();
  });

  test('says that there is no such member, within 15 requests, and leads back to the list', async () => {
    const members = Array.from({ length: 5000 }, (_, index) => member((index + 1) * 2));
    const asked: string[] = [];
    network.use(flavouredList('/api/myTeams/', members, { paging: 'limitoffset', pageSize: 10 }, asked));
    const { user, address } = await renderAt('/teams/4999/edit', { as: 'admin' });
    expect(await within(await dialog()).findByRole('alert')).toHaveTextContent('This team member is not there.');
    expect(asked.filter((query) => query.includes('ordering=id')).length).toBeLessThanOrEqual(15);
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    await waitFor(() => expect(address()).toBe('/teams'));
  });

  test('walks the pages where the ids do not order, tells how far it is, and can be cancelled', async () => {
    const members = Array.from({ length: 60 }, (_, index) => member(`k${(index * 7) % 60}`));
    let reads = 0;
    network.use(
      http.get('*/api/myTeams/', async () => {
        reads += 1;
        await delay(60);
        return undefined;
      }),
      flavouredList('/api/myTeams/', members, { paging: 'page', pageSize: 2 }),
    );
    const { user, address } = await renderAt('/teams/k59/edit', { as: 'admin' });
    const open = await dialog();
    expect(await within(open).findByText(/^Looking through page \d+ of 30…$/)).toBeVisible();
    expect(within(open).getByRole('progressbar')).toHaveAttribute('max', '30');
    await user.click(within(open).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(address()).toBe('/teams'));
    const before = reads;
    await delay(300);
    expect(reads - before).toBeLessThanOrEqual(1);
  });

  test('finds the member by that walk', async () => {
    const members = Array.from({ length: 20 }, (_, index) => member(`k${(index * 7) % 20}`));
    network.use(flavouredList('/api/myTeams/', members, { paging: 'page', pageSize: 5 }));
    await renderAt('/teams/k13/edit', { as: 'admin' });
    expect(await within(await dialog()).findByLabelText('First name')).toHaveValue('Mei k13');
  });
});
