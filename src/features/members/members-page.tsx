import { lazy, useCallback, useState } from 'react';
import { Link, Outlet } from 'react-router';
import { paths } from '../../paths.ts';
import { memberOrderingFields } from '../../contract/lists.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import type { ListOutlet } from '../../lists/use-dialog-route.ts';
import { useOpenDialog } from '../../lists/use-open-dialog.ts';
import { useSelection } from '../../lists/use-selection.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListView } from '../../lists/list-view.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { exportMembers } from '../../jobs/load-exports.ts';
import { useList } from '../../lists/use-list.ts';
import { listMembers } from '../../api/members.ts';
import { memberColumns } from './columns.tsx';
import { fullName, memberListOptions } from '../../data/members.ts';
import { useMemberRows, type MemberRow } from './use-member-rows.ts';
import { memberSorts, words } from './words.ts';

const loadDelete = () => import('./delete-member.tsx');
const loadReset = () => import('./send-reset.tsx');
const DeleteMember = lazy(loadDelete);
const SendReset = lazy(loadReset);
const MemberSelection = lazy(() => import('./member-selection.tsx'));

// A failure is met again, and shown, when the dialog is opened.
const preloadNew = () => void import('./new-member.tsx').catch(() => undefined);
const preloadRow = () => void Promise.all([import('./edit-member.tsx'), loadDelete(), loadReset()]).catch(() => undefined);

const plan = {
  path: paths.members,
  fields: memberOrderingFields,
  call: listMembers,
  options: memberListOptions,
  countWords: words.count,
  sorts: memberSorts,
};

/** The company's team members. */
export function Component() {
  useDocumentTitle(words.title);
  const { view, url, draft, isStale, created, onCreated } = useList(plan);
  const { open, linkTo } = useOpenDialog(url, draft);
  const [deleting, setDeleting] = useState<MemberRow | null>(null);
  const [resetting, setResetting] = useState<MemberRow | null>(null);
  const rows = useMemberRows(view.page?.rows);
  const total = view.page?.count ?? 0;
  const selection = useSelection(url.state.search, rows, total);
  const rowActions = useCallback((row: MemberRow) => <RowActions row={row} onEdit={open} onReset={setResetting} onDelete={setDeleting} />, [open]);
  const exportAll = async () => {
    const typed = await draft.flush();
    await exportMembers({ ...url.state, search: typed ?? url.state.search });
  };
  const actions = (
    <>
      <Link to={paths.importMembers} className={buttonClass('quiet')}>
        {words.importFile}
      </Link>
      <Button variant="quiet" onClick={() => void exportAll()}>
        {words.exportAll}
      </Button>
      <Link {...linkTo(paths.newMember)} className={buttonClass('primary')} onPointerEnter={preloadNew} onFocus={preloadNew} onTouchStart={preloadNew}>
        {words.add}
      </Link>
    </>
  );
  const onDeleted = (id: string) => {
    selection.forget([id]);
    setDeleting(null);
  };

  return (
    <>
      <PageHeader title={words.title} actions={actions} />
      {created && (
        <Notice actions={<Link to={url.hrefWith({ search: created.search, page: 1 })} className={textLink}>{words.show(created.name)}</Link>}>
          {words.notOnPage(created.name)}
        </Notice>
      )}
      <ListView {...view} words={words} empty={<EmptyState title={words.emptyTitle} description={words.emptyText} />}>
        {() => (
          <Table
            caption={words.title}
            columns={memberColumns}
            rows={rows}
            rowKey={rowKey}
            ordering={view.ordering}
            onOrder={view.onOrder}
            rowActions={rowActions}
            selection={{ ...selection, nameOf: fullName }}
            busy={isStale}
          />
        )}
      </ListView>
      <Outlet context={{ onCreated } satisfies ListOutlet} />
      {selection.count > 0 && (
        <Deferred>
          <MemberSelection selection={selection} search={url.state.search} total={total} />
        </Deferred>
      )}
      {deleting && (
        <Deferred>
          <DeleteMember member={deleting} onClose={() => setDeleting(null)} onDeleted={() => onDeleted(deleting.id)} />
        </Deferred>
      )}
      {resetting && (
        <Deferred>
          <SendReset member={resetting} onClose={() => setResetting(null)} />
        </Deferred>
      )}
    </>
  );
}

const rowKey = ({ id }: MemberRow) => id;

interface RowActionsProps {
  row: MemberRow;
  onEdit: (path: string) => void;
  onReset: (row: MemberRow) => void;
  onDelete: (row: MemberRow) => void;
}

function RowActions({ row, onEdit, onReset, onDelete }: RowActionsProps) {
  const items = [
    { id: 'edit', label: words.edit, onAction: () => onEdit(paths.editMember(row.id)) },
    { id: 'reset', label: words.reset, onAction: () => onReset(row) },
    { id: 'delete', label: words.remove, danger: true, onAction: () => onDelete(row) },
  ];
  return <MenuButton label={words.actionsFor(fullName(row))} items={items} onIntent={preloadRow} />;
}
