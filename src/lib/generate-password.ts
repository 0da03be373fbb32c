// Without the pairs that people mix up when they read a password aloud or copy it by hand: l, I, 1, O, 0, o.
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const alphabet = letters + digits;

function randomBelow(limit: number): number {
  // The bytes above the last whole multiple of the limit are thrown away, or the first characters would come more often.
  const fair = 256 - (256 % limit);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= fair);
  return (byte[0] ?? 0) % limit;
}

/**
 * A random password for somebody else, to be read and typed: four groups of four letters and digits (about 92 bits),
 * joined by hyphens, with at least one digit and one letter of each case. `getRandomValues` exists on plain http as well.
 */
export function generatePassword(): string {
  for (;;) {
    const characters = Array.from({ length: 16 }, () => alphabet.charAt(randomBelow(alphabet.length))).join('');
    if (/\d/.test(characters) && /[a-z]/.test(characters) && /[A-Z]/.test(characters)) {
      return characters.replace(/(.{4})(?=.)/g, '$1-');
    }
  }
}
