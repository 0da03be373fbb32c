/**
 * Characters that show nothing and come along when text is copied: soft hyphens, zero-width spaces, direction marks, byte order
 * marks. U+200C and U+200D are not among them: Persian spelling and emoji need them.
 */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text as it is sent: without invisible characters, in Unicode's normal form C, trimmed, each run of white space as one space. Not for passwords. */
export function tidyText(text: string): string {
  return text.replace(invisible, '').normalize('NFC').trim().replace(/\s+/g, ' ');
}
