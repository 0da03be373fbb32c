/**
 * Characters that show nothing and come along when text is copied: soft hyphens, zero-width spaces, direction marks, byte order
 * marks. U+200C and U+200D are not among them: Persian spelling and emoji need them.
 */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text as it is sent: without invisible characters, in Unicode's normal form C, trimmed, each run of white space as one space. Not for passwords. */
export function tidyText(text: string): string {
  return text.replace(invisible, '').normalize('NFC').trim().replace(/\s+/g, ' ');
}

/**
 * Text for comparing and searching: case, invisible characters and the form of accents do not count. It approximates Unicode's
 * full case folding, which JavaScript does not have, and like the Turkish option of it takes the four letters i for one:
 * "STRASSE" equals "straße", a final ς equals σ, and İ and ı equal i.
 */
export function foldText(text: string): string {
  return text.replace(invisible, '').toLowerCase().toUpperCase().toLowerCase().normalize('NFD').replaceAll('ς', 'σ').replaceAll('i\u0307', 'i').normalize('NFC');
}

/** A name for finding those that people would take for the same: like `foldText`, and neither accents nor spaces count. */
export function foldName(name: string): string {
  return foldText(name).normalize('NFD').replace(/[\p{M}\s]/gu, '');
}
