import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Page } from '../../api/pagination.ts';
import { paths } from '../../paths.ts';
import type { Member } from '../../contract/members.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { changedMembersOptions } from './queries.ts';

const shown = 5;

/** The members added last, and those changed last. */
export function LatestMembers({ newest }: { newest: Page<Member> }) {
  const changed = useQuery(changedMembersOptions());
  return (
    <div className="mt-4 grid max-w-240 grid-cols-1 gap-x-8 gap-y-8 lg:grid-cols-2">
      <Latest id="recent" title="Recently added" members={newest.rows.slice(0, shown)} date={(member) => member.created_at} />
      {changed.isError ? null : (
        <Latest
          id="changed"
          title="Recently changed"
          members={changed.data?.rows.filter(wasChanged).slice(0, shown)}
          places={Math.min(shown, newest.count)}
          date={(member) => member.updated_at}
        />
      )}
    </div>
  );
}

/** The server sets a new member's two dates one after the other, so they differ slightly. */
function wasChanged({ created_at, updated_at }: Member): boolean {
  return Date.parse(updated_at) - Date.parse(created_at) > 1000;
}

interface LatestProps {
  id: string;
  title: string;
  /** Undefined while loading. */
  members: readonly Member[] | undefined;
  /** How many rows to reserve space for, so that the content below does not move. */
  places?: number;
  date: (member: Member) => string;
}

function Latest({ id, title, members, places = 0, date }: LatestProps) {
  return (
    <section aria-labelledby={id} aria-busy={members === undefined}>
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {members?.length === 0 ? (
        <p className="mt-2 border-t border-line py-3 text-muted">Nobody has been changed since they were added.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {members?.map((member) => (
            <li key={member.id} className="flex min-h-11 items-center justify-between gap-4">
              <Link to={paths.editMember(member.id)} className={textLink}>
                <bdi className="truncate">{`${member.first_name} ${member.last_name}`}</bdi>
              </Link>
              <span className="text-muted">
                <Timestamp value={date(member)} />
              </span>
            </li>
          )) ?? Array.from({ length: places }, (_, row) => (
            <li key={row} className="flex min-h-11 items-center">
              <Skeleton />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
