import CircleAlert from 'lucide-react/icons/circle-alert';
import { useRef, useState, type ReactNode, type Ref } from 'react';
import { ComboBox, FieldError, Label, Text } from 'react-aria-components/ComboBox';
import { ComboboxInput } from './combobox-input.tsx';
import { ComboboxList } from './combobox-list.tsx';
import { useComboboxText } from './use-combobox-text.ts';

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
  /** The results for `query`, in the server's order. While they load there are none: those of another query must not be selectable. */
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
  const { label, selected, options, error, hint, id, onBlur, onCreate } = props;
  const [open, setOpen] = useState(false);
  const [reopened, setReopened] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const { text, isTyping, type, leave, settle } = useComboboxText(props, field);

  // react-aria also calls this without an option, for a text that names none.
  const select = (key: string | number | null) => {
    const option = options.find((candidate) => candidate.id === key);
    if (option) settle(option);
  };

  const retry = () => {
    props.onRetry?.();
    // An action closes the list, but the results of this one appear in it, so it is opened again.
    setReopened(reopened + 1);
  };

  const create = (name: string) => {
    settle(null);
    onCreate?.(name);
  };

  return (
    <ComboBox
      items={options}
      inputValue={text}
      onInputChange={() => undefined}
      // While one types nothing is: the option that was selected can then be taken again.
      value={isTyping ? null : (selected?.id ?? null)}
      onChange={select}
      onOpenChange={setOpen}
      // Opened by our own handlers (typing, click, arrow keys): react-aria's own trigger reopens the list when the text is reset.
      menuTrigger="manual"
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      {...(id === undefined ? {} : { id })}
      onBlur={() => {
        leave();
        onBlur?.();
      }}
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="w-fit font-medium">{label}</Label>
      {hint && (
        <Text slot="description" elementType="div" className="text-muted">
          {hint}
        </Text>
      )}
      <ComboboxInput fieldRef={field} open={open} reopened={reopened} name={props.name} inputRef={props.inputRef} onType={type} onEnter={leave} onEscape={() => settle(null)} />
      <FieldError className="flex items-start gap-1.5 text-danger">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0">{error}</span>
      </FieldError>
      <ComboboxList {...props} onRetry={props.onRetry && retry} onCreate={onCreate && create} />
    </ComboBox>
  );
}
