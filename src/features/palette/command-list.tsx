// Not a native select: that cannot be filtered by a text field that keeps the focus.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import CornerDownLeft from 'lucide-react/icons/corner-down-left';
import { useEffect } from 'react';
import { cx } from '../../ui/cx.ts';
import type { Command, CommandGroup } from './commands.ts';

interface CommandListProps {
  id: string;
  groups: readonly CommandGroup[];
  active: string | undefined;
  onActive: (id: string) => void;
  onChoose: (command: Command) => void;
}

/** The id of an option's element, for the field's `aria-activedescendant`. */
export const optionId = (listId: string, commandId: string) => `${listId}-${commandId}`;

/** The options below the field. The focus stays in the field, which points to the active option. */
export function CommandList({ id, groups, active, onActive, onChoose }: CommandListProps) {
  useEffect(() => {
    if (active !== undefined) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label="Results" tabIndex={-1} className="h-[min(22rem,50dvh)] overflow-y-auto overscroll-contain">
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className="pt-2">
          <div id={`${id}-${group.id}`} role="presentation" className="px-2 py-1 text-xs font-medium text-muted">
            {group.title}
          </div>
          {group.commands.map((command) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and handles the keys (APG, combobox with a listbox)
            <div
              key={command.id}
              id={optionId(id, command.id)}
              role="option"
              aria-selected={command.id === active}
              data-focused={command.id === active || undefined}
              className={cx('item cursor-pointer', command.id === active && 'forced:outline')}
              onPointerMove={() => onActive(command.id)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(command)}
            >
              <span className="flex min-w-0 grow flex-wrap gap-x-2">
                <bdi className="min-w-0">{command.label}</bdi>
                {command.detail && (
                  <bdi title={command.detail} className="min-w-0 truncate text-muted">
                    {command.detail}
                  </bdi>
                )}
              </span>
              {command.id === active && <CornerDownLeft aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
