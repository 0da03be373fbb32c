import type { SubmitEvent } from 'react';
import { Link } from 'react-router';
import type { Department } from '../../contract/departments.ts';
import { useTarget } from '../../forms/use-target.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { textLink } from '../../ui/text-link.ts';
import { words } from './department-words.ts';
import { TargetField } from './target-field.tsx';
import { useMoveMembers } from './use-move-members.ts';

/** The way forward for a department that cannot be deleted: its members move to another one, then it goes. */
export default function MoveFirst({ department, onMove }: { department: Department; onMove: () => void }) {
  const move = useMoveMembers();
  const { chosen, field } = useTarget(words.chooseOther);

  function start(event: SubmitEvent) {
    event.preventDefault();
    const to = chosen();
    if (to === null) return;
    void move({ from: department, to, thenDelete: true });
    onMove();
  }

  return (
    <form noValidate className="mt-2 flex flex-col items-start gap-3" onSubmit={start}>
      <p>{words.refusedHint}</p>
      <Link to={paths.department(department.id)} className={textLink} onClick={onMove}>
        {words.showMembers}
      </Link>
      <div className="w-full">
        <TargetField from={department} {...field} />
      </div>
      <Button type="submit">{words.moveAndDelete}</Button>
    </form>
  );
}
