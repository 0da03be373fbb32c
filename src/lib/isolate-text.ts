/** The Unicode blocks of right-to-left scripts, and the marks U+061C and U+200F that count as such a letter. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The controls that embed, override and isolate text up to a counterpart, which a name need not contain. */
const openControls = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name for use inside a sentence, so that neither changes the order of the other's words: without controls of direction, and
 * between U+2068 and U+2069 if it has right-to-left letters (Unicode Standard Annex 9, section 2). Any other name is returned as it is.
 */
export function isolate(name: string): string {
  const plain = name.replace(openControls, '');
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
