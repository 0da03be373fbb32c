import { paths } from '../../paths.ts';
import { RenameDepartment } from './rename-department.tsx';

/** The dialog "Rename department" over the list. */
export function Component() {
  return <RenameDepartment back={paths.departments} />;
}
