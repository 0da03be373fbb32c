import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { announceError } from '../data/announce-error.ts';

/**
 * A change that a dialog sends. The dialog shows a refusal itself while it is open; whoever has left a slow request
 * behind is told in the status region instead.
 */
export function useDialogMutation<Data, Variables, Context>(options: UseMutationOptions<Data, Error, Variables, Context>) {
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return useMutation({
    ...options,
    onError: (error, ...rest) => {
      const told = options.onError?.(error, ...rest);
      if (!open.current) announceError(error);
      return told;
    },
  });
}
