import { useParams } from 'react-router';
import { paths } from '../../paths.ts';
import { RenameDepartment } from './rename-department.tsx';

/** The dialog "Rename department" over the department's own page. */
export function Component() {
  const { id = '' } = useParams();
  return <RenameDepartment back={paths.department(id)} />;
}
