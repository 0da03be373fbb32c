import { expect, test, vi } from 'vitest';
import { createStore } from '../../../src/stores/create-store.ts';

test('a store holds its value until it is set, and then tells those who still listen', () => {
  const store = createStore({ count: 0 });
  expect(store.get()).toBe(store.get());
  const staying = vi.fn<() => void>();
  const leaving = vi.fn<() => void>();
  store.subscribe(staying);
  const leave = store.subscribe(leaving);
  store.set({ count: 1 });
  leave();
  store.set({ count: 2 });
  expect(store.get()).toEqual({ count: 2 });
  expect(staying).toHaveBeenCalledTimes(2);
  expect(leaving).toHaveBeenCalledTimes(1);
});

test('a listener reads the new value, and may leave while it is told', () => {
  const store = createStore('before');
  const seen: string[] = [];
  const leave = store.subscribe(() => {
    seen.push(store.get());
    leave();
  });
  store.subscribe(() => seen.push(store.get()));
  store.set('after');
  expect(seen).toEqual(['after', 'after']);
});
