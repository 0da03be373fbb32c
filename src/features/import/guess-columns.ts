import { fields, type Field, type Mapping } from './fields.ts';

/** Headers that directories, payroll systems and Excel templates use, the likeliest first. */
const synonyms: Record<Field, readonly string[]> = {
  email: ['email', 'email address', 'mail', 'mail address', 'work email', 'email work', 'business email', 'company email', 'primary email', 'user email', 'email 1 value', 'e-mail-adresse', 'courriel', 'adresse mail', 'correo', 'correo electrónico', 'почта', 'электронная почта', 'メールアドレス', 'user principal name', 'upn', 'username', 'user name', 'login'],
  first_name: ['first name', 'given name', 'forename', 'first', 'vorname', 'prénom', 'nombre', 'nome', 'imię', 'jméno', 'voornaam', 'förnamn', 'имя', '名'],
  last_name: ['last name', 'surname', 'family name', 'last', 'sn', 'nachname', 'familienname', 'nom', 'nom de famille', 'apellido', 'apellidos', 'cognome', 'sobrenome', 'nazwisko', 'příjmení', 'achternaam', 'efternamn', 'фамилия', '姓'],
  department: ['department', 'dept', 'department name', 'abteilung', 'departamento', 'département', 'reparto', 'dział', 'oddělení', 'afdeling', 'avdelning', 'отдел', 'подразделение', '部署', 'team', 'division', 'service', 'unit', 'group'],
};
/** Headers of a column with the full name, which is split into both names. */
const wholeName = ['full name', 'display name', 'name', 'employee name', 'employee', 'фио', '氏名', '名前'];

/** Qualified headers ("Organization Department") also end with these, unless they are of somebody or something else. */
const endings: Record<Field, readonly string[]> = {
  email: ['email', 'email address', 'mail'],
  first_name: ['first name', 'given name'],
  last_name: ['last name', 'surname', 'family name'],
  department: ['department'],
};
const someoneElse = /manager|supervisor|boss|assistant|recovery|secondary|backup|personal|private|home|emergency|spouse|partner|parent|alternat|other|former|maiden/;

function fold(header: string): string {
  return header.normalize('NFD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The folded header without its remarks ("First Name [Required]"), and what the brackets hold ("User name [userPrincipalName]"). */
function spellings(header: string): string[] {
  const bare = header.replace(/[[(][^\])]*[\])]|\b(?:required|optional)\b/gi, '');
  return [bare, .../[[(]([^\])]*)/.exec(header)?.slice(1) ?? []].map(fold);
}

const folded = (words: readonly string[]) => words.map(fold);
const known = { email: folded(synonyms.email), first_name: folded(synonyms.first_name), last_name: folded(synonyms.last_name), department: folded(synonyms.department), whole: folded(wholeName) };
const knownEndings = { email: folded(endings.email), first_name: folded(endings.first_name), last_name: folded(endings.last_name), department: folded(endings.department), whole: [] };
type Kind = keyof typeof known;

/** How likely a header names that kind of column: 0 not at all; the higher, the likelier. */
function likelihood(header: string, kind: Kind): number {
  const ranks = spellings(header).map((name) => {
    const index = known[kind].indexOf(name);
    if (index !== -1) return 100 - index;
    return knownEndings[kind].some((ending) => name.endsWith(ending)) && !someoneElse.test(name) ? 10 : 0;
  });
  return Math.max(...ranks);
}

/** Whether the text is an email address, by its looks: good enough to tell a column of them. */
export const looksLikeAddress = (text: string): boolean => /^\s*[^\s@,;|<>"]+@[^\s@,;|<>"]+\.[^\s@,;|<>"]+\s*$/.test(text);

const isHeader = (cell: string) => fields.some((field) => likelihood(cell, field) > 0) || likelihood(cell, 'whole') > 0;

/** Whether the cell is a known header or an address: with the wrong separator few are. */
export const recognised = (cell: string): boolean => looksLikeAddress(cell) || isHeader(cell);

/** The number of the record's cells that are known headers. */
export const headersIn = (cells: readonly string[]): number => cells.filter(isHeader).length;

/**
 * Guesses which column is which field: by its header, in several languages; the email address also by the look of its cells.
 * Null where nothing fits: the user then chooses.
 * @param sample some rows below the header
 */
export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const find = (kind: Kind) => likeliest(header, (name) => likelihood(name, kind));
  const whole = find('whole');
  return {
    email: likeliest(header, (name, column) => likelihood(name, 'email') + (addressShare(sample, column) >= 0.5 ? 1000 : 0)),
    first_name: find('first_name') ?? whole,
    last_name: find('last_name') ?? whole,
    department: find('department'),
  };
}

function likeliest(header: readonly string[], score: (name: string, column: number) => number): number | null {
  const scores = header.map(score);
  const best = Math.max(...scores);
  return best > 0 ? scores.indexOf(best) : null;
}

function addressShare(sample: readonly (readonly string[])[], column: number): number {
  const cells = sample.map((row) => row[column]?.trim() ?? '').filter(Boolean);
  return cells.length === 0 ? 0 : cells.filter(looksLikeAddress).length / cells.length;
}
