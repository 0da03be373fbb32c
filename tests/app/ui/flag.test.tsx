import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { setFlag } from '../../../src/stores/kept-flag.ts';
import { useFlag } from '../../../src/stores/use-flag.ts';

function Hint({ flag }: { flag: string }) {
  return useFlag(flag) ? null : <p>Press ? for the keys</p>;
}

const hint = () => screen.queryByText('Press ? for the keys');

test('a flag is off until it is set, and each has its own', () => {
  render(<Hint flag="a" />);
  act(() => setFlag('b', true));
  expect(hint()).toBeVisible();
  act(() => setFlag('a', true));
  expect(hint()).toBeNull();
  act(() => setFlag('a', false));
  expect(hint()).toBeVisible();
});

test('a flag set in another tab arrives here, and so does a cleared storage', () => {
  render(<Hint flag="c" />);
  localStorage.setItem('flag:c', 'on');
  act(() => void dispatchEvent(new StorageEvent('storage', { key: 'flag:c', newValue: 'on' })));
  expect(hint()).toBeNull();
  localStorage.clear();
  act(() => void dispatchEvent(new StorageEvent('storage', { key: null })));
  expect(hint()).toBeVisible();
});

test('with storage blocked a flag holds for the page', () => {
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  render(<Hint flag="d" />);
  act(() => setFlag('d', true));
  expect(hint()).toBeNull();
  blocked.mockRestore();
});
