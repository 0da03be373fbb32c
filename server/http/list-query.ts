import { searchLimits } from '../../src/contract/limits.ts';
import { int, length } from '../../src/contract/python.ts';
import { searchTerms } from '../../src/contract/search.ts';
import type { ListFilter } from '../db/list.ts';
import { invalid, notFound } from './failures.ts';
import type { PageQuery } from './page.ts';

/** The most rows that a request may ask for in one page (DRF's `max_page_size`). */
const maxPageSize = 100;

/**
 * Parses the URL of a list as DRF's filters do: of a repeated parameter the last one counts, and unknown values are
 * ignored.
 *
 * @param fields the fields that the list can be ordered by
 * @param pageSize rows per page when the URL does not say
 * @throws a Failure: 400 for a search that is too long, 404 for a page that is not a number
 */
export function parseListQuery<Field extends string>(url: string, fields: readonly Field[], pageSize: number): ListFilter<Field> & PageQuery {
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
  if (length(search) > searchLimits.characters) throw invalid({ search: [`Search for at most ${searchLimits.characters} characters.`] });
  const terms = new Set(searchTerms(search.replaceAll('\0', '')));
  if (terms.size > searchLimits.terms) throw invalid({ search: [`Search for at most ${searchLimits.terms} words.`] });
  // A term that is part of another adds nothing to the search, but would be looked for in every row.
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

function parsePageSize(text: string, fallback: number): number {
  const size = Number(int(text) ?? 0);
  return size > 0 ? Math.min(size, maxPageSize) : fallback;
}
