// @vitest-environment node
import { expect, test } from 'vitest';
import { createSearch, type Item } from '../../../src/jobs/all-matching.ts';

interface Row {
  id: string;
}

/** Runs the search over pages of ten, as a job does; `between` changes the rows before each reading. */
async function search(rows: string[], between: (reading: number) => void) {
  let reading = 0;
  const { look, unreached } = createSearch<Row>(
    {
      except: new Set(),
      readPage: async (page) => {
        between((reading += 1));
        const shown = rows.slice((page - 1) * 10, page * 10).map((id) => ({ id }));
        return { rows: shown, count: rows.length, page, pageSize: 10, pageCount: Math.ceil(rows.length / 10) };
      },
    },
    { title: (count) => `Move ${count}`, count: rows.length },
  );
  const queue: Item<Row>[] = [{ page: 1 }];
  const found: string[] = [];
  for (let item = queue.shift(); item; item = queue.shift()) {
    if ('row' in item) found.push(item.row.id);
    else queue.push(...(await look(item.page, new AbortController().signal)));
  }
  return { found, unreached: unreached() };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);

test('a row deleted between two pages makes no other slip through', async () => {
  const rows = ids(34);
  const { found, unreached } = await search(rows, (reading) => reading === 2 && rows.shift());
  expect(found).toEqual(ids(34).slice(1));
  expect(unreached).toBe(0);
});

test('a list that never comes to rest is given up after a few readings, and that is said', async () => {
  const rows = ids(60);
  const { unreached } = await search(rows, () => void rows.shift());
  expect(unreached).toBeGreaterThan(0);
});
