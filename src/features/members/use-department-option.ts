import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Member } from '../../contract/members.ts';
import { normalId } from '../../data/compare-ids.ts';
import { departmentNamesOptions } from '../../data/department-names.ts';
import type { ComboboxOption } from '../../ui/combobox.tsx';

/** The department that a member has, or is to have, for the picker; its label is empty until the name is known. */
export function useDepartmentOption({ department, departmentName }: Pick<Member, 'department' | 'departmentName'>): ComboboxOption | null {
  const wanted = useMemo(() => (department !== null && departmentName === null ? [normalId(department)] : []), [department, departmentName]);
  const { data: names } = useQuery(departmentNamesOptions(wanted));
  return useMemo(
    () => (department === null ? null : { id: department, label: departmentName ?? names?.[normalId(department)] ?? '' }),
    [department, departmentName, names],
  );
}
