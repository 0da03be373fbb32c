/**
 * Text for comparing and searching: case, invisible characters and the form of accents do not count. It approximates Unicode's
 * full case folding, which JavaScript does not have, and like the Turkish option of it takes the four letters i for one:
 * "STRASSE" equals "straße", a final ς equals σ, and İ and ı equal i.
 */
export function foldText(text: string): string {
  return text.replace(/\p{DI}/gu, '').toLowerCase().toUpperCase().toLowerCase().normalize('NFD').replaceAll('ς', 'σ').replaceAll('i\u0307', 'i').normalize('NFC');
}

/** A name for finding those that people would take for the same: like `foldText`, and neither accents nor spaces count. */
export function foldName(name: string): string {
  return foldText(name).normalize('NFD').replace(/[\p{M}\s]/gu, '');
}
