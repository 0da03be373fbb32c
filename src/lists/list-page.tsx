import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, Outlet } from 'react-router';
import { useDocumentTitle } from '../stores/use-document-title.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Button } from '../ui/button.tsx';
import { Deferred } from '../ui/deferred.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { preloadAlertDialog } from '../ui/preload-alert-dialog.ts';
import { Table, type TableProps } from '../ui/table.tsx';
import { textLink } from '../ui/text-link.ts';
import type { ListDefinition, RowTools } from './list-definition.ts';
import { ListView } from './list-view.tsx';
import type { ListOutlet } from './use-close-dialog.ts';
import { useList } from './use-list.tsx';
import { useOpenDialog } from './use-open-dialog.ts';
import { useSelection } from './use-selection.ts';

interface Identified {
  id: string;
}

/** The page of any list: its tools, its rows and what can be done with them. What differs is in the definition. */
export function ListPage<Row extends Identified, Shown extends Identified>({ list }: { list: ListDefinition<Row, Shown> }) {
  const { words, Selection } = list;
  useDocumentTitle(words.title);
  const { view, url, draft, isStale, created, onCreated } = useList(list);
  const { open, linkTo } = useOpenDialog(url, draft);
  const client = useQueryClient();
  const { search } = url.state;
  const total = view.page?.count ?? 0;
  const selection = useSelection(search, view.page?.rows, total);
  const { forget } = selection;
  const tools = useMemo(() => ({ client, open, forget }), [client, open, forget]);

  const exportAll = () => void draft.flush().then(() => list.exportAll(url.current()));
  const preloadNew = () => preload(list.loadNew);
  const actions = (
    <>
      {list.links}
      <Button variant="quiet" onClick={exportAll}>
        {words.exportAll}
      </Button>
      <Link {...linkTo(list.newPath)} className={buttonClass('primary')} onPointerEnter={preloadNew} onFocus={preloadNew} onTouchStart={preloadNew}>
        {words.add}
      </Link>
    </>
  );

  return (
    <>
      <PageHeader title={words.title} actions={actions} />
      {created && (
        <Notice actions={<Link to={url.hrefWith({ search: created.search, page: 1 })} className={textLink}>{words.show(created.name)}</Link>}>
          {words.notOnPage(created.name)}
        </Notice>
      )}
      <ListView {...view} words={words} empty={<EmptyState title={words.emptyTitle} description={words.emptyText} />}>
        {(rows) => (
          <Rows key={list.path} list={list} page={rows} tools={tools} ordering={view.ordering} onOrder={view.onOrder} selection={selection} busy={isStale} />
        )}
      </ListView>
      <Outlet context={{ onCreated } satisfies ListOutlet} />
      {selection.count > 0 && (
        <Deferred>
          <Selection selection={selection} search={search} total={total} />
        </Deferred>
      )}
    </>
  );
}

interface RowsProps<Row, Shown> extends Pick<TableProps<Shown>, 'ordering' | 'onOrder' | 'busy'> {
  list: ListDefinition<Row, Shown>;
  page: readonly Row[];
  tools: RowTools;
  selection: Omit<NonNullable<TableProps<Shown>['selection']>, 'nameOf'>;
}

function Rows<Row, Shown extends Identified>({ list, page, tools, selection, ...table }: RowsProps<Row, Shown>) {
  const { words, columns, nameOf, actions, loadActions } = list;
  // oxlint-disable-next-line react/hooks -- always the same one: the key of this component is the list's
  const rows = list.useRows(page);
  const rowActions = useCallback(
    (row: Shown) => {
      const onIntent = () => {
        preloadAlertDialog();
        preload(loadActions);
      };
      return <MenuButton label={words.actionsFor(nameOf(row))} items={actions(row, tools)} onIntent={onIntent} />;
    },
    [words, nameOf, actions, loadActions, tools],
  );
  return <Table {...table} caption={words.title} columns={columns} rows={rows} rowKey={rowKey} rowActions={rowActions} selection={{ ...selection, nameOf }} />;
}

const rowKey = ({ id }: Identified) => id;

/** Loads code ahead of its use. A failure comes up again, and is shown, when the dialog opens. */
function preload(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
