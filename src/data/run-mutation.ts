import type { MutationOptions, QueryClient } from '@tanstack/react-query';

/** Sends a change as `useMutation` does, messages and invalidations included, for code that is no component. */
export const runMutation = <Data, Variables, Context>(client: QueryClient, options: MutationOptions<Data, Error, Variables, Context>, variables: Variables): Promise<Data> =>
  client.getMutationCache().build(client, options).execute(variables);
