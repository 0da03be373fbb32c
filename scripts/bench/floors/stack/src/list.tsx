import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { Link, Outlet, useSearchParams } from 'react-router';
import { api, reason, type Page } from './api.ts';

export interface Column<Row> {
  name: string;
  field?: string;
  text: (row: Row) => ReactNode;
}

interface ListProps<Row> {
  title: string;
  add: string;
  url: string;
  columns: readonly Column<Row>[];
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
export const day = (text: string) => dates.format(new Date(text));

/** A list whose search, ordering and page are in the URL. */
export function List<Row extends { id: number }>({ title, add, url, columns }: ListProps<Row>) {
  const [params, setParams] = useSearchParams();
  const { data, error } = useQuery({
    queryKey: [url, params.toString()],
    queryFn: async ({ signal }) => (await api.get<Page<Row>>(url, { params, signal })).data,
    placeholderData: keepPreviousData,
  });
  const pause = useRef(0);
  const ordering = params.get('ordering');
  const label = `Search ${title.toLowerCase()}`;

  function search(text: string) {
    clearTimeout(pause.current);
    pause.current = window.setTimeout(() => setParams(changed(params, { search: text, page: '' }), { replace: true }), 250);
  }

  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p>
        <Link to={{ pathname: 'new', search: params.toString() }}>{add}</Link>
      </p>
      <input type="search" aria-label={label} placeholder={label} defaultValue={params.get('search') ?? ''} onChange={({ target }) => search(target.value)} />
      {error && <p role="alert">{reason(error)}</p>}
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ name, field }) => (
              <th key={name} scope="col" aria-sort={field === undefined ? undefined : sortOf(field, ordering)}>
                {field === undefined ? name : <button onClick={() => setParams(changed(params, { ordering: ordering === field ? `-${field}` : field, page: '' }))}>{name}</button>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data?.results.map((row) => (
            <tr key={row.id}>
              {columns.map(({ name, text }, index) => (index === 0 ? <th key={name} scope="row">{text(row)}</th> : <td key={name}>{text(row)}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
      {data && <Pages data={data} params={params} />}
      <Outlet />
    </>
  );
}

function Pages({ data: { count, next, results }, params }: { data: Page<unknown>; params: URLSearchParams }) {
  const page = Number(params.get('page') ?? 1);
  const last = next === null ? page : Math.ceil(count / results.length);
  const pages = [...new Set([1, 2, 3, page - 2, page - 1, page, page + 1, page + 2, last])].filter((number) => number > 0 && number <= last).sort((one, other) => one - other);
  return (
    <div className="pages">
      {pages.map((number) => (
        <Link key={number} to={{ search: changed(params, { page: String(number) }).toString() }} aria-label={`Page ${number}`} aria-current={number === page ? 'page' : undefined}>
          {number}
        </Link>
      ))}
    </div>
  );
}

function sortOf(field: string, ordering: string | null) {
  if (ordering === field) return 'ascending';
  return ordering === `-${field}` ? 'descending' : undefined;
}

function changed(params: URLSearchParams, changes: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams({ ...Object.fromEntries(params), ...changes });
  for (const [name, value] of Object.entries(changes)) if (value === '') next.delete(name);
  return next;
}
