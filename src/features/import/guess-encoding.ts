import type { TextEncoding } from './encodings.ts';

/** A language, as it can be told from the words that are not ASCII. */
interface Language {
  encodings: readonly TextEncoding[];
  /** Whether a word is likely in that language. */
  fits: (word: string) => boolean;
}

const western: TextEncoding[] = ['windows-1252', 'macintosh'];
const central: TextEncoding[] = ['windows-1250', 'iso-8859-2'];
const cyrillic: TextEncoding[] = ['windows-1251', 'koi8-u', 'x-mac-cyrillic', 'ibm866'];

/** A language in Latin letters: a to z and these. */
const latin = (encodings: readonly TextEncoding[], letters: string) => cased(encodings, `a-z${letters}`);

/** A word is capitalised, all lower or all upper: the wrong encoding mixes cases ("MŸller"). */
function cased(encodings: readonly TextEncoding[], lower: string): Language {
  const upper = lower.toUpperCase().replace('SS', '');
  const word = new RegExp(`^(?:[${upper}]?[${lower}]+|(?:Mc|Mac|De|Di|Le|La|Van)?[${upper}][${lower}]+|[${upper}ß]+)$`, 'u');
  return { encodings, fits: (text) => text.split(/[’'-]/).every((part) => part === '' || word.test(part)) };
}

/** The sigma at the end of a word stands nowhere else. */
const greekLetters = cased(['windows-1253'], 'α-ρσ-ωάέήίόύώϊϋ');
const greek: Language = { ...greekLetters, fits: (word) => greekLetters.fits(word.replace(/ς$/, 'σ')) };

function uncased(encodings: readonly TextEncoding[], word: RegExp): Language {
  return { encodings, fits: (text) => word.test(text) };
}

/**
 * A language in ideographs or syllables: the standards put the frequent ones first, in rows of their own. `other` are further letters.
 */
function ideographic(encoding: TextEncoding, [from, to]: readonly [number, number], trails: readonly (readonly [number, number])[], other = ''): Language {
  let frequent: Set<string> | null = null;
  const characters = () => {
    const bytes: number[] = [];
    for (let lead = from; lead <= to; lead += 1) {
      for (const [first, last] of trails) for (let trail = first; trail <= last; trail += 1) bytes.push(lead, trail);
    }
    return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)) + other);
  };
  return { encodings: [encoding], fits: (text) => [...text].every((char) => (frequent ??= characters()).has(char)) };
}

const kana = Array.from({ length: 0xc0 }, (_, index) => String.fromCharCode(0x3040 + index)).join('');
const eucTrails = [[0xa1, 0xfe]] as const;

/** The likelier comes first: of two that fit equally well, it is taken. */
const languages: readonly Language[] = [
  latin(western, 'äöüß'),
  latin(western, 'àâæçèéêëîïôœùûüÿ'),
  latin(western, 'áéíñóúüºª'),
  latin(western, 'áâãàçéêíóôõúü'),
  latin(western, 'àèéìòóù'),
  latin(western, 'åäöéü'),
  latin(western, 'æøåéö'),
  latin(western, 'áäçéèëïíóöúü'),
  latin(central, 'ąćęłńóśźż'),
  latin(central, 'áčďéěíňóřšťúůýž'),
  latin(central, 'áäčďéíĺľňóôŕšťúýž'),
  latin(central, 'áéíóöőúüű'),
  latin(central, 'čćđšž'),
  latin(central, 'ăâîşţ'),
  latin(['windows-1254'], 'âçğıîöşüûi̇'),
  latin(western, 'áéíóúýþæöð'),
  latin(['windows-1257'], 'ąčęėįšųūž'),
  latin(['windows-1257'], 'āčēģīķļņšūž'),
  latin(['windows-1257'], 'äõöüšž'),
  uncased(['windows-1255'], /^(?:(?![ךםןףץ].)[א-ת׳״])+$/u),
  uncased(['windows-1256'], /^[\p{Script=Arabic}\p{M}]+$/u),
  greek,
  cased(cyrillic, 'а-яё'),
  cased(cyrillic, 'абвгдежзийклмнопрстуфхцчшщьюяіїєґ’ў'),
  cased(cyrillic, 'абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ'),
  uncased(['windows-874'], /^[\u0e01-\u0e39\u0e40-\u0e4e]+$/u),
  ideographic('shift_jis', [0x88, 0x97], [[0x40, 0x7e], [0x80, 0xfc]], `${kana}々髙﨑`),
  ideographic('euc-kr', [0xb0, 0xc8], eucTrails),
  ideographic('gb18030', [0xb0, 0xd7], eucTrails),
  ideographic('big5', [0xa4, 0xc6], [[0x40, 0x7e], [0xa1, 0xfe]]),
  ideographic('euc-jp', [0xb0, 0xcf], eucTrails, kana),
];

/** How much of the file is looked at: the lines that are not ASCII, up to so many bytes. */
const sampleSize = 20_000;

/**
 * Guesses the encoding of bytes that are neither Unicode nor ASCII: the one in which most words could be words of a language, then the one
 * in which most could be words of a single language. It is made for lists of names, in which statistics of running text are wrong.
 */
export function guessLegacyEncoding(bytes: Uint8Array): TextEncoding {
  const sample = foreignLines(bytes);
  let best: { encoding: TextEncoding; any: number; single: number } = { encoding: 'windows-1252', any: 0, single: 0 };
  const byEncoding = new Map<TextEncoding, { words: string[]; any: number }>();
  for (const { encodings, fits } of languages) {
    for (const encoding of encodings) {
      const { words, any } = byEncoding.get(encoding) ?? judged(sample, encoding);
      byEncoding.set(encoding, { words, any });
      const single = words.filter(fits).length;
      if (any > best.any || (any === best.any && single > best.single)) best = { encoding, any, single };
    }
  }
  return best.encoding;
}

/** The words that are not ASCII, and how many of them could belong to any language of that encoding. */
function judged(sample: Uint8Array, encoding: TextEncoding): { words: string[]; any: number } {
  const words = foreignWords(sample, encoding);
  const candidates = languages.filter(({ encodings }) => encodings.includes(encoding));
  return { words, any: words.filter((word) => candidates.some(({ fits }) => fits(word))).length / Math.max(1, words.length) };
}

function foreignWords(sample: Uint8Array, encoding: TextEncoding): string[] {
  const words = new TextDecoder(encoding).decode(sample).match(/[^\s\0-&(-,./0-@[-`{-\x7f]+/gu) ?? [];
  return words.filter((word) => /[^\0-\x7f]/.test(word));
}

function foreignLines(bytes: Uint8Array): Uint8Array {
  const lines: number[] = [];
  for (let start = 0; start < bytes.length && lines.length < sampleSize; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + sampleSize));
    if (line.some((byte) => byte >= 0x80)) lines.push(...line);
    start = end;
  }
  return Uint8Array.from(lines);
}
