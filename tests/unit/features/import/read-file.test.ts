import { describe, expect, test } from 'vitest';
import { readAgain, readImportFile, withHeader } from '../../../../src/features/import/read-file.ts';

const header = 'Email,First name,Last name,Department\n';
const read = (text: string | Uint8Array<ArrayBuffer>) => readImportFile(new File([text], 'people.csv'));
const damagesOf = (file: { people: readonly { damage: string | null }[] }) => file.people.map(({ damage }) => damage);

describe('a row', () => {
  test('with more cells than columns is damaged; cells that are blank do not count', async () => {
    const file = await read(`${header}a@example.com,Som, Jr.,B,Sales\nb@example.com,Bea,M,Sales,,\n`);
    expect(damagesOf(file)).toEqual(['Row 2: 5 cells, but there are 4 columns. In the file: a@example.com | Som | Jr. | B | Sales', null]);
  });

  test('without a header is measured by the others', async () => {
    const file = await read('a@example.com,A,L,S\nb@example.com,Som, Jr.,B,S\nc@example.com,C,L,S\n');
    expect(damagesOf(file).map((damage) => damage !== null)).toEqual([false, true, false]);
    expect(file.header).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
  });

  test('may use a column that the header does not name, if most do', async () => {
    const most = await read('Email,Name,\na@example.com,Ada L,x\nb@example.com,Bea M,y\n');
    expect(damagesOf(most)).toEqual([null, null]);
    expect(most.header).toEqual(['Email', 'Name', 'Column 3']);
  });
});

test('another row can be the header, or none', async () => {
  const file = await read(`Our people,,,\n${header}a@example.com,A,L,S\n`);
  expect([file.headerAt, file.header[0], file.people.length]).toEqual([1, 'Email', 1]);
  const none = withHeader(file, null);
  expect([none.headerAt, none.header[0], none.people.length]).toEqual([null, 'Column 1', 3]);
});

test('another encoding can be chosen', async () => {
  const file = await read(Uint8Array.from(`${header}a@example.com,Zo\u00eb,L,S\n`, (char) => char.charCodeAt(0)));
  expect([file.encoding, file.ascii, file.people[0]?.cells[1]]).toEqual(['windows-1252', false, 'Zoë']);
  const again = await readAgain(file, 'windows-1251');
  expect([again.encoding, again.people[0]?.cells[1]]).toEqual(['windows-1251', 'Zoл']);
});
