import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '../api/pagination.ts';
import type { Department } from '../contract/departments.ts';
import { departmentPickerOptions } from '../data/departments.ts';
import { foldName } from '../lib/fold.ts';
import { tidyText } from '../lib/text.ts';
import type { ComboboxOption, ComboboxProps } from '../ui/combobox.tsx';
import { usePaused } from '../ui/use-paused.ts';

type Picker = Pick<ComboboxProps, 'query' | 'onQueryChange' | 'options' | 'status' | 'hasMore' | 'onLoadMore' | 'onRetry'>;

/**
 * The props of a combobox of departments: searches the server as the user types, and loads more pages on scrolling. Options are
 * always those of the text: while they load there are none, so that none of the text before can be selected.
 */
export function useDepartmentPicker(): Picker {
  const [query, setQuery] = useState('');
  const text = tidyText(query);
  const asked = usePaused(text);
  const list = useInfiniteQuery(departmentPickerOptions(asked));
  const all = useInfiniteQuery(departmentPickerOptions(''));
  const found = asked === text ? optionsOf(list.data) : [];
  const waiting = asked !== text || list.isPending || list.isFetchingNextPage;
  // The server's search heeds accents. Where all departments fit on one page, it can be made up for here.
  const alike = found.length > 0 || waiting || all.hasNextPage ? found : optionsOf(all.data).filter(({ label }) => foldName(label).includes(foldName(text)));
  return {
    query,
    onQueryChange: setQuery,
    options: alike,
    status: waiting ? 'loading' : list.isError ? 'error' : 'idle',
    hasMore: list.hasNextPage,
    onLoadMore: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    onRetry: () => void list.refetch(),
  };
}

const optionsOf = (data: InfiniteData<Page<Department>> | undefined): ComboboxOption[] =>
  (data?.pages ?? []).flatMap(({ rows }) => rows.map(({ id, name }) => ({ id, label: name })));
