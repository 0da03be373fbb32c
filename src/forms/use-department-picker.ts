import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tidyText } from '../lib/text.ts';
import { usePaused } from '../ui/use-paused.ts';
import type { ComboboxProps } from '../ui/combobox.tsx';
import { departmentPickerOptions } from '../data/departments.ts';

type Picker = Pick<ComboboxProps, 'query' | 'onQueryChange' | 'options' | 'status' | 'hasMore' | 'onLoadMore' | 'onRetry'>;

/** The props of a combobox of departments: searches the server as the user types, and loads more pages on scrolling. */
export function useDepartmentPicker(): Picker {
  const [query, setQuery] = useState('');
  const asked = usePaused(tidyText(query));
  const list = useInfiniteQuery(departmentPickerOptions(asked));
  const waiting = asked !== tidyText(query) || list.isPending || list.isPlaceholderData || list.isFetchingNextPage;
  return {
    query,
    onQueryChange: setQuery,
    options: (list.data?.pages ?? []).flatMap(({ rows }) => rows.map((row) => ({ id: row.id, label: row.name }))),
    status: list.isError ? 'error' : waiting ? 'loading' : 'idle',
    hasMore: list.hasNextPage,
    onLoadMore: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    onRetry: () => void list.refetch(),
  };
}
