import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Member } from '../../contract/members.ts';
import { normalId } from '../../data/compare-ids.ts';
import { departmentNamesOptions } from '../../data/department-names.ts';

/** A member and the name of their department: undefined while it is looked up, null if it cannot be told. */
export interface MemberRow extends Omit<Member, 'departmentName'> {
  departmentName: string | null | undefined;
}

/** The members of a page with their departments' names, looked up for all of them together. */
export function useMemberRows(members: readonly Member[]): readonly MemberRow[] {
  const wanted = useMemo(() => idsWithoutName(members), [members]);
  const { data: names, isPlaceholderData, isError } = useQuery(departmentNamesOptions(wanted));
  return useMemo(() => {
    const nameOf = ({ department, departmentName }: Member) => {
      if (departmentName !== null || department === null) return departmentName;
      const found = names?.[normalId(department)];
      return found ?? (isError || (names !== undefined && !isPlaceholderData) ? null : undefined);
    };
    return members.map((member) => ({ ...member, departmentName: nameOf(member) }));
  }, [members, names, isPlaceholderData, isError]);
}

// Sorted, so that the same departments in another order are the same question.
function idsWithoutName(members: readonly Member[]): string[] {
  const ids = members.flatMap(({ department, departmentName }) => (department !== null && departmentName === null ? [normalId(department)] : []));
  return [...new Set(ids)].sort();
}
