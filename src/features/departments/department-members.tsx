import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { describeError } from '../../http/error-words.ts';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { toQueryString } from '../../lib/list-search.ts';
import { announcePolitely } from '../../stores/status.ts';
import { ClampedText } from '../../ui/clamped-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { fullName } from '../../data/members.ts';
import { words } from './department-words.ts';
import type { DepartmentMembers as Found } from './use-department-members.ts';

// So many rows are drawn at first, and more with each press.
const portion = 50;

const columns: readonly Column<Member>[] = [
  { key: 'name', header: words.name, cell: (member) => <MemberLink member={member} /> },
  { key: 'email', header: words.email, cell: ({ email }) => <ClampedText>{email}</ClampedText> },
  { key: 'added', header: words.added, cell: ({ created_at }) => <Timestamp value={created_at} />, width: 'w-36' },
];

/** Over the list that holds just this member, so that nobody has to be looked for. */
function MemberLink({ member }: { member: Member }) {
  const search = toQueryString({ search: member.email, ordering: '', page: 1 });
  return (
    <Link to={{ pathname: paths.editMember(member.id), search }} className={textLink}>
      <ClampedText>{fullName(member)}</ClampedText>
    </Link>
  );
}

/** Who is in the department, as far as it is known, and how the search for them goes. */
export function DepartmentMembers({ department, found }: { department: Department; found: Found }) {
  const { members, status } = found;
  const [shown, setShown] = useState(portion);
  const more = Math.min(portion, members.length - shown);

  useEffect(() => {
    if (status === 'done') announcePolitely(words.found(members.length));
    // oxlint-disable-next-line react/exhaustive-deps -- the search's end is the occasion
  }, [status]);

  return (
    <section aria-labelledby="department-members" aria-busy={status === 'walking'} className="flex flex-col gap-3">
      <h2 id="department-members" className="text-base font-semibold">
        {words.members}
      </h2>
      <Search found={found} />
      {members.length > 0 && (
        <Table caption={words.caption(department.name)} columns={columns} rows={members.slice(0, shown)} rowKey={({ id }) => id} />
      )}
      {more > 0 && (
        <div>
          <Button onClick={() => setShown(shown + portion)}>{words.showMore(more)}</Button>
        </div>
      )}
      {status === 'done' && members.length === 0 && <p className="text-muted">{words.noMembers}</p>}
    </section>
  );
}

function Search({ found }: { found: Found }) {
  const { status, lookedAt, total, members, requests, error, start, stop } = found;
  if (status === 'done') return null;
  if (total === null && status === 'walking') return <p className="animate-late text-muted">{words.looking}</p>;
  const progress = words.progress(members.length, lookedAt, total ?? 0);
  if (status === 'failed') {
    return (
      <Notice tone="danger" role="alert" actions={<Button onClick={start}>{words.retry}</Button>}>
        <p>{error && describeError(error)}</p>
        {total !== null && <p>{progress}</p>}
      </Notice>
    );
  }
  if (status === 'asking') {
    return (
      <Notice actions={<Button onClick={start}>{words.look}</Button>}>
        <p>{words.ask(total ?? 0, requests)}</p>
        <p>{progress}</p>
      </Notice>
    );
  }
  return (
    <div className="flex max-w-120 flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 grow">
        <p data-numeric="">{progress}</p>
        <progress aria-label={words.looking} className="block h-1.5 w-full accent-accent" value={lookedAt} max={Math.max(1, total ?? 1)} />
      </div>
      {/* One button for both: whoever has just pressed it keeps the focus. */}
      <Button onClick={status === 'walking' ? stop : start}>{status === 'walking' ? words.cancel : words.goOn}</Button>
    </div>
  );
}
