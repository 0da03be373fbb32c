import Search from 'lucide-react/icons/search';
import { useId, type ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlClass } from './field.tsx';

export interface SearchBoxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'type' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A labelled search field. Its owner decides when to query the server. */
export function SearchBox({ label, value, onChange, id: givenId, className, ...input }: SearchBoxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <search className={cx('relative block w-full sm:max-w-80', className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden="true" className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted" />
      <input
        placeholder={label}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        {...input}
        id={id}
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(controlClass, 'ps-8')}
      />
    </search>
  );
}
