import { int, words } from '../../src/contract/python.ts';
import { notFound } from './failures.ts';

/** The most rows that a request may ask for in one page. */
const maxPageSize = 100;

/** What a list's address asks for. */
export interface ListQuery<Field extends string> {
  /** The words to look for, in lower case; a row has to hold each of them. */
  terms: string[];
  /** What to order by, first things first; empty for oldest first. */
  ordering: { field: Field; descending: boolean }[];
  /** Counted from 1. */
  page: number | 'last';
  pageSize: number;
}

/**
 * Reads the address of a list as DRF's filters do: the last of a parameter given twice counts, and what means nothing
 * is ignored.
 *
 * @throws a Failure (404) for a page that is no number
 */
export function parseListQuery<Field extends string>(url: string, fields: readonly Field[], pageSize: number): ListQuery<Field> {
  const parameters = new URL(url).searchParams;
  const last = (name: string) => parameters.getAll(name).at(-1);
  return {
    terms: parseTerms(last('search') ?? ''),
    ordering: parseOrdering(last('ordering') ?? '', fields),
    page: parsePage(last('page') ?? '1'),
    pageSize: parsePageSize(last('page_size') ?? '', pageSize),
  };
}

function parseTerms(search: string): string[] {
  const terms = new Set(words(search.replaceAll('\0', '').replaceAll(',', ' ').toLowerCase()));
  // A word that is part of another says nothing more, and costs a look at every row.
  return [...terms].filter((term) => ![...terms].some((other) => other !== term && other.includes(term)));
}

function parseOrdering<Field extends string>(ordering: string, fields: readonly Field[]) {
  const seen = new Set<string>();
  return ordering.split(',').flatMap((text) => {
    const term = text.trim();
    const descending = term.startsWith('-');
    const field = fields.find((name) => name === (descending ? term.slice(1) : term));
    if (field === undefined || seen.has(field)) return [];
    seen.add(field);
    return [{ field, descending }];
  });
}

function parsePage(text: string): number | 'last' {
  if (text === 'last') return text;
  const page = Number(int(text) ?? 0);
  if (page < 1) throw notFound('Invalid page.');
  return page;
}

function parsePageSize(text: string, otherwise: number): number {
  const size = Number(int(text) ?? 0);
  return size > 0 ? Math.min(size, maxPageSize) : otherwise;
}
