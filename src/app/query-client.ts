import { hashKey, MutationCache, QueryCache, QueryClient, type Mutation, type Query, type QueryKey, type QueryPersister } from '@tanstack/react-query';
import { busyPause } from '../http/busy.ts';
import { ApiError } from '../http/errors.ts';
import { announce } from '../stores/status.ts';
import { announceError } from '../data/announce-error.ts';
import { meOptions } from '../data/me.ts';
import { runMutation } from '../data/run-mutation.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The queries that the change makes stale. */
      invalidates?: readonly QueryKey[];
      /** What to say once it is done; a function gets the answer and what was sent. */
      success?: string | ((data: never, variables: never) => string);
      /** What to send to take the change back; it gets what was sent, and what `onMutate` answered. `undefined` or false: it cannot be. */
      undo?: (variables: never, context: never) => unknown;
      /** Set where no form or dialog shows a refusal: the status region does. */
      announceErrors?: boolean;
    };
  }
}

/** These may pass by themselves: worth another try of a read. */
const transientKinds = new Set(['network', 'timeout', 'server', 'unavailable']);

/**
 * A read is tried three times in all, and only when the failure may pass by itself. Of a busy service people hear after
 * the second time; what is on screen is then read again until it is there.
 */
function retry(failures: number, error: unknown): boolean {
  if (busyPause(error) !== null) return failures < 1;
  return failures < 2 && error instanceof ApiError && transientKinds.has(error.kind);
}

/** The pause before the next try, in milliseconds: a busy service names it, otherwise 1 s, then 2 s. */
function retryDelay(failures: number, error: unknown): number {
  return busyPause(error) ?? 1000 * 2 ** failures;
}

/**
 * The cache of one session's data. Its owner clears it when the session ends.
 *
 * - A failed first load is its screen's to show; a failed background refetch is said in the status region.
 * - A mutation names what it makes stale and what to say in its `meta`; its refusal belongs to its form or dialog,
 *   or with `announceErrors` to the status region.
 */
export function createQueryClient(): QueryClient {
  const saidBusy = new WeakSet<Query<unknown, unknown>>();
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const isRepeated = busyPause(error) !== null && saidBusy.has(query);
        if (busyPause(error) !== null) saidBusy.add(query);
        if (!isRepeated && query.state.data !== undefined && query.getObserversCount() > 0) announceError(error);
      },
      onSuccess: (_data, query) => void saidBusy.delete(query),
    }),
    mutationCache: new MutationCache({
      onSuccess: async (data, variables, _context, mutation) => {
        const { invalidates = [], success } = mutation.meta ?? {};
        // The meta stands with its own mutation, and so knows its types.
        const text = typeof success === 'function' ? success(data as never, variables as never) : success;
        if (text !== undefined) announce(text, { undo: undoOf(client, mutation) });
        // Not awaited: a form closes when its change is stored, not when every list has been read again.
        for (const queryKey of invalidates) void client.invalidateQueries({ queryKey });
      },
      onError: (error, _variables, _context, mutation) => {
        if (mutation.meta?.announceErrors) announceError(error);
      },
    }),
    defaultOptions: {
      // 'always': offline is the connection strip's to say, and a first load then fails with words and a Retry.
      queries: {
        retry,
        retryDelay,
        refetchInterval: ({ state: { error } }) => busyPause(error) ?? false,
        staleTime: 10_000,
        networkMode: 'always',
        refetchOnReconnect: 'always',
        persister: afterRole,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/**
 * Hands over what a query has read, or its failure, once the logged-in user's role is known: a page that is not for them must
 * not show even its refusal. Both are asked for at once. When the role cannot be read the pages go on without it.
 */
const afterRole: QueryPersister = async (read, context, query) => {
  const me = { ...meOptions(), staleTime: 'static' } as const;
  if (hashKey(me.queryKey) === query.queryHash) return read(context);
  const [result] = await Promise.allSettled([read(context), context.client.query(me)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
};

/** What takes a change back: the same mutation again with the values from before. It offers no way back itself. */
function undoOf(client: QueryClient, mutation: Mutation<unknown, unknown>): (() => Promise<void>) | undefined {
  const { variables, context } = mutation.state;
  const reverse = mutation.meta?.undo?.(variables as never, context as never); // the meta stands with its own mutation
  if (reverse === undefined || reverse === false) return undefined;
  const { undo: _undo, success, ...meta } = mutation.meta ?? {};
  const said = (data: never, sent: never) => `Undone. ${typeof success === 'function' ? success(data, sent) : (success ?? '')}`;
  return async () => {
    const options = { ...mutation.options, meta: { ...meta, success: said } };
    await runMutation(client, options, reverse);
  };
}
