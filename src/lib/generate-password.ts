// Without the characters that people mix up when they read a password aloud or copy it by hand: l, I, 1, O, 0, o.
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const alphabet = letters + digits;

function randomBelow(limit: number): number {
  // Bytes above the last whole multiple of the limit are discarded; otherwise the first characters would be more likely.
  const fair = 256 - (256 % limit);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= fair);
  return (byte[0] ?? 0) % limit;
}

/**
 * Generates a random password for someone else to read and type: four groups of four letters and digits (about 92 bits), joined by
 * hyphens, with at least one digit and one letter of each case. Uses `getRandomValues`, which exists on plain http as well.
 */
export function generatePassword(): string {
  for (;;) {
    const characters = Array.from({ length: 16 }, () => alphabet.charAt(randomBelow(alphabet.length))).join('');
    if (/\d/.test(characters) && /[a-z]/.test(characters) && /[A-Z]/.test(characters)) {
      return characters.replace(/(.{4})(?=.)/g, '$1-');
    }
  }
}
