import { useSyncExternalStore } from 'react';
import type { Store } from './create-store.ts';

/** A store's value; the component renders again when it changes. */
export function useStore<Value>({ get, subscribe }: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
  return useSyncExternalStore(subscribe, get, get);
}
