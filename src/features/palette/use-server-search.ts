import { useQuery } from '@tanstack/react-query';
import { paths } from '../../paths.ts';
import { readableEmail, searchOnWire } from '../../lib/email.ts';
import { toQueryString } from '../../lib/list-search.ts';
import { countText } from '../../lib/range-text.ts';
import { usePaused } from '../../ui/use-paused.ts';
import { departmentListOptions } from '../../data/departments.ts';
import { fullName, memberListOptions } from '../../data/members.ts';
import type { Command, CommandGroup } from './commands.ts';

const shown = 5;

export interface ServerSearch {
  groups: CommandGroup[];
  /** The results for what is typed have not arrived yet. */
  pending: boolean;
  failed: boolean;
}

/** The departments and members that match on the server: searched once the typing pauses; older searches are aborted. */
export function useServerSearch(query: string, enabled: boolean): ServerSearch {
  const typed = searchOnWire(query);
  const search = usePaused(typed);
  const asked = { search, ordering: '', page: 1 };
  const wanted = enabled && search !== '';
  const departments = useQuery({ ...departmentListOptions(asked), enabled: wanted });
  const members = useQuery({ ...memberListOptions(asked), enabled: wanted });
  if (!enabled || typed === '') return { groups: [], pending: false, failed: false };

  // The list queries keep the rows of the previous search while a new one loads; here Enter would open one of those.
  const current = typed === search;
  const foundDepartments = current && !departments.isPlaceholderData ? departments.data : undefined;
  const foundMembers = current && !members.isPlaceholderData ? members.data : undefined;
  const failed = current && (departments.isError || members.isError);
  return {
    groups: [
      {
        id: 'found-departments',
        title: 'Departments',
        commands: [
          ...(foundDepartments?.rows ?? []).slice(0, shown).map(({ id, name }) => ({ id: `department-${id}`, label: name, to: paths.department(id) })),
          ...allOf(foundDepartments?.count, paths.departments, search, 'department', 'departments'),
        ],
      },
      {
        id: 'found-members',
        title: 'Team members',
        commands: [
          ...(foundMembers?.rows ?? []).slice(0, shown).map((member) => ({
            id: `member-${member.id}`,
            label: fullName(member),
            detail: readableEmail(member.email),
            // Opens the dialog over a list with only this row, which therefore need not be searched for.
            to: paths.editMember(member.id) + toQueryString({ search: readableEmail(member.email), ordering: '', page: 1 }),
          })),
          ...allOf(foundMembers?.count, paths.members, search, 'team member', 'team members'),
        ],
      },
    ],
    pending: !failed && (foundDepartments === undefined || foundMembers === undefined),
    failed,
  };
}

function allOf(count: number | undefined, path: string, search: string, one: string, many: string): Command[] {
  if (count === undefined || count <= shown) return [];
  return [{ id: `all${path}`, label: `See all ${countText(count, one, many)} that match`, to: path + toQueryString({ search, ordering: '', page: 1 }) }];
}
