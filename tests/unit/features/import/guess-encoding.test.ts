import { describe, expect, test } from 'vitest';
import type { TextEncoding } from '../../../../src/features/import/encodings.ts';
import { guessLegacyEncoding } from '../../../../src/features/import/guess-encoding.ts';

/** Writes text in an encoding that browsers only read: by the bytes, or pairs of them, that decode to each character. */
function encoded(text: string, encoding: TextEncoding): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const codes = new Map<string, number[]>();
  const note = (...bytes: number[]) => {
    try {
      const char = decoder.decode(Uint8Array.from(bytes));
      if ([...char].length === 1 && !codes.has(char)) codes.set(char, bytes);
    } catch {
      // Not a character of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) note(byte);
  if (double.includes(encoding)) for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note(lead, trail);
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [0x3f]));
}
const double: TextEncoding[] = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];

const fileOf = (...people: string[]) => `Email;First name;Last name;Department\r\n${people.map((names, row) => `p${row}@example.com;${names}\r\n`).join('')}`;

describe('a short list of people is enough to tell', () => {
  test.each<[TextEncoding, string[]]>([
    ['windows-1251', ['Иван;Петров;Продажи']],
    ['windows-1251', ['Иван;Петров;Sales']],
    ['windows-1251', ['Олексій;Шевченко;Продаж', 'Наталія;Ющенко;Продаж']],
    ['koi8-u', ['Иван;Петров;Продажи', 'Анна;Смирнова;Продажи']],
    ['ibm866', ['Иван;Петров;Продажи', 'Анна;Смирнова;Продажи']],
    ['x-mac-cyrillic', ['Иван;Петров;Продажи', 'Юлия;Кузнецова;Продажи']],
    ['windows-1250', ['Jiří;Dvořák;Účtárna', 'Šárka;Nováková;Účtárna']],
    ['windows-1250', ['Łukasz;Wiśniewski;Sprzedaż', 'Małgorzata;Gałązka;Sprzedaż']],
    ['windows-1250', ['Győző;Kőszegi;Értékesítés', 'Béla;Szűcs;Értékesítés']],
    ['windows-1252', ['Jürgen;Groß;Vertrieb']],
    ['windows-1252', ['Zoë;Smith;Sales']],
    ['windows-1252', ['François;Lefèvre;Équipe', 'Hélène;Côté;Équipe']],
    ['windows-1252', ['Søren;Ødegård;Salg', 'Åse;Kjær;Salg']],
    ['windows-1252', ['João;Simões;Vendas', 'José;Gonçalves;Vendas']],
    ['windows-1252', ['Þór;Guðmundsson;Sala', 'Jón;Ásgeirsson;Sala']],
    ['macintosh', ['Jörg;Müller;Vertrieb', 'Zoë;Schäfer;Vertrieb']],
    ['macintosh', ['François;Lefèvre;Équipe', 'Hélène;Côté;Équipe']],
    ['macintosh', ['José;Núñez;Ventas']],
    ['windows-1253', ['Γιώργος;Παπαδόπουλος;Πωλήσεις']],
    ['windows-1254', ['Işıl;Yıldız;Satış', 'Ömer;Güneş;Satış', 'Şahin;Çağlar;Satış']],
    ['windows-1255', ['דוד;כהן;מכירות']],
    ['windows-1256', ['محمد;علي;المبيعات']],
    ['windows-1257', ['Šarūnas;Jonaitytė;Pardavimai', 'Žydrė;Petrauskienė;Pardavimai']],
    ['windows-874', ['สมชาย;ใจดี;ขาย']],
    ['shift_jis', ['太郎;山田;営業部', '花子;鈴木;営業部']],
    ['shift_jis', ['タロウ;ヤマダ;Sales']],
    ['gb18030', ['伟;王;销售部', '芳;李;销售部']],
    ['big5', ['志明;陳;業務部']],
    ['euc-kr', ['철수;김;영업부']],
  ])('%s: %j', (encoding, people) => {
    expect(guessLegacyEncoding(encoded(fileOf(...people), encoding))).toBe(encoding);
  });
});
