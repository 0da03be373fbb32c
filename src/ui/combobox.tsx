import CircleAlert from 'lucide-react/icons/circle-alert';
import { useState, type ReactNode, type Ref } from 'react';
import { ComboBox, FieldError, Label, Text } from 'react-aria-components/ComboBox';
import { ComboboxInput } from './combobox-input.tsx';
import { ComboboxList } from './combobox-list.tsx';

export interface ComboboxOption {
  id: string;
  label: string;
}

export interface ComboboxProps {
  label: string;
  selected: ComboboxOption | null;
  onSelect: (option: ComboboxOption | null) => void;
  /** The search sent to the server; empty for all options. */
  query: string;
  onQueryChange: (query: string) => void;
  /** The results for `query`, in the server's order. */
  options: readonly ComboboxOption[];
  status?: 'idle' | 'loading' | 'error';
  /** Whether there are more pages; `onLoadMore` is called when the end of the list scrolls into view. */
  hasMore?: boolean;
  onLoadMore?: () => void;
  onRetry?: () => void;
  /** Offers "Create “X”" when no option has the name that was typed. */
  onCreate?: (name: string) => void;
  error?: string | undefined;
  hint?: ReactNode;
  id?: string | undefined;
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
  onBlur?: () => void;
}

/** A text field with a list that the server searches. Closed, it shows the selection; on opening, it offers all options. */
export function Combobox(props: ComboboxProps) {
  const { label, selected, onSelect, onQueryChange, options, error, hint, id, onBlur } = props;
  const [text, setText] = useState(selected?.label ?? '');
  const [open, setOpen] = useState(false);
  const [reopened, setReopened] = useState(0);
  const [shown, setShown] = useState(selected);

  // Selected by the owner, or its name has only now been loaded: update the text, unless the user is typing.
  if (shown?.id !== selected?.id || shown?.label !== selected?.label) {
    setShown(selected);
    if (!open) setText(selected?.label ?? '');
  }

  const select = (key: string | number | null) => {
    // react-aria also calls this with the unchanged selection, which may not be among the options.
    const option = key === selected?.id ? selected : options.find((candidate) => candidate.id === key);
    if (!option) return;
    setText(option.label);
    if (option !== selected) onSelect(option);
  };

  const type = (typed: string) => {
    onQueryChange(typed);
    // Emptying the field clears the selection: there is no other way to clear it.
    if (typed === '' && selected) onSelect(null);
  };

  const changeOpen = (nowOpen: boolean) => {
    setOpen(nowOpen);
    if (nowOpen) return;
    setText(selected?.label ?? '');
    onQueryChange('');
  };

  const retry = () => {
    props.onRetry?.();
    // An action closes the list, but the results of this one appear in it, so it is opened again.
    setReopened(reopened + 1);
  };

  return (
    <ComboBox
      items={options}
      inputValue={text}
      onInputChange={setText}
      value={selected?.id ?? null}
      onChange={select}
      onOpenChange={changeOpen}
      // Opened by our own handlers (typing, click, arrow keys): react-aria's own trigger reopens the list when the text is reset.
      menuTrigger="manual"
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      {...(id === undefined ? {} : { id })}
      onBlur={() => onBlur?.()}
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="w-fit font-medium">{label}</Label>
      {hint && (
        <Text slot="description" elementType="div" className="text-muted">
          {hint}
        </Text>
      )}
      <ComboboxInput open={open} reopened={reopened} name={props.name} inputRef={props.inputRef} onType={type} />
      <FieldError className="flex items-start gap-1.5 text-danger">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0">{error}</span>
      </FieldError>
      <ComboboxList {...props} onRetry={props.onRetry && retry} />
    </ComboBox>
  );
}
