import Check from 'lucide-react/icons/check';
import Plus from 'lucide-react/icons/plus';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { ListBox, ListBoxItem, ListBoxLoadMoreItem, Popover, Collection } from 'react-aria-components/ComboBox';
import { tidyText } from '../lib/text.ts';
import type { ComboboxOption, ComboboxProps } from './combobox.tsx';
import { Spinner } from './spinner.tsx';
import { isolate } from '../lib/isolate-text.ts';

const words = {
  loading: 'Loading…',
  list: 'Options',
  failed: 'The list could not be loaded.',
  retry: 'Try again',
  empty: 'Nothing to choose from yet.',
  noMatch: (query: string) => `No match for “${isolate(query)}”.`,
  create: (name: string) => `Create “${isolate(name)}”`,
};

// react-aria would label the list with the field's label, and two controls would have the same name. An empty string turns that off.
const listName = { 'aria-label': words.list, 'aria-labelledby': '' };

type ListProps = Pick<ComboboxProps, 'options' | 'query' | 'status' | 'hasMore' | 'onLoadMore' | 'onRetry' | 'onCreate'>;

/** The list below the field: the options, then "Try again" or "Create". */
export function ComboboxList({ options, query, status = 'idle', hasMore = false, onLoadMore, onRetry, onCreate }: ListProps) {
  const name = tidyText(query);
  const known = options.some((option) => option.label === name);
  const creatable = onCreate !== undefined && status === 'idle' && name !== '' && !known;

  return (
    <Popover offset={4} className="popover flex w-(--trigger-width) max-w-none flex-col">
      {status === 'error' && (
        <p role="alert" className="px-3 pt-2 text-danger">
          {words.failed}
        </p>
      )}
      <ListBox
        {...listName}
        className="max-h-80 min-h-0 overflow-auto p-1"
        renderEmptyState={() => <EmptyList status={status} query={name} />}
      >
        <Collection items={options}>
          {(option: ComboboxOption) => (
            <ListBoxItem id={option.id} textValue={option.label} className="item">
              <span className="min-w-0 grow">{option.label}</span>
              <Check aria-hidden="true" className="item-check size-4 shrink-0 text-accent" />
            </ListBoxItem>
          )}
        </Collection>
        {status === 'error' && onRetry && (
          <ListBoxItem id="retry:" textValue={words.retry} onAction={onRetry} className="item">
            <RotateCw aria-hidden="true" className="size-4 shrink-0 text-muted" />
            {words.retry}
          </ListBoxItem>
        )}
        {creatable && (
          <ListBoxItem id="create:" textValue={words.create(name)} onAction={() => onCreate(name)} className="item">
            <Plus aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <span className="min-w-0">{words.create(name)}</span>
          </ListBoxItem>
        )}
        {hasMore && typeof IntersectionObserver !== 'undefined' && (
          <ListBoxLoadMoreItem isLoading={status === 'loading'} {...(onLoadMore ? { onLoadMore } : {})} className="grid place-items-center p-2 text-muted">
            <Spinner />
          </ListBoxLoadMoreItem>
        )}
      </ListBox>
    </Popover>
  );
}

function EmptyList({ status, query }: { status: 'idle' | 'loading' | 'error'; query: string }) {
  if (status === 'error') return null;
  const text = status === 'loading' ? words.loading : query === '' ? words.empty : words.noMatch(query);
  return <div className="px-2 py-1.5 text-muted">{text}</div>;
}
