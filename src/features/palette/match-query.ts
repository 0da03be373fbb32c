import { foldText } from '../../lib/fold.ts';

const plain = (text: string) => foldText(text).normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The items whose text has, for each word of `query`, a word that begins with it, ignoring case and accents. Items whose text
 * begins with the whole query come first. A blank query matches all items.
 */
export function matchQuery<Item>(items: readonly Item[], query: string, textOf: (item: Item) => string): Item[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  const whole = wanted.join(' ');
  const found = items.flatMap((item) => {
    const text = plain(textOf(item));
    const words = text.split(/[^\p{L}\p{N}]+/u);
    return wanted.every((want) => words.some((word) => word.startsWith(want))) ? [{ item, first: text.startsWith(whole) }] : [];
  });
  return found.sort((a, b) => Number(b.first) - Number(a.first)).map(({ item }) => item);
}
