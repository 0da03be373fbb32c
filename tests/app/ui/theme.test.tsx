import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { getTheme, paintTheme, setTheme } from '../../../src/stores/theme.ts';
import { ThemePicker } from '../../../src/ui/theme-picker.tsx';

beforeEach(() => {
  setTheme('system');
});

const painted = () => document.documentElement.dataset.theme;

test('three named choices; the present one is checked, and a choice is painted and kept', async () => {
  const user = userEvent.setup();
  render(<ThemePicker />);
  expect(screen.getByRole('group', { name: 'Theme' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'System' })).toHaveProperty('checked', true);
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(painted()).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
  await user.click(screen.getByRole('radio', { name: 'System' }));
  expect(painted()).toBeUndefined();
  expect(localStorage.getItem('theme')).toBeNull();
});

test('a choice in another tab arrives here', () => {
  render(<ThemePicker />);
  localStorage.setItem('theme', 'light');
  act(() => void dispatchEvent(new StorageEvent('storage', { key: 'theme', newValue: 'light' })));
  expect(painted()).toBe('light');
  expect(screen.getByRole('radio', { name: 'Light' })).toHaveProperty('checked', true);
});

test('the script in the head needs nothing but itself', () => {
  localStorage.setItem('theme', 'dark');
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- as the build does: the function's text alone, away from its module
  new Function(`(${paintTheme.toString()})()`)();
  expect(painted()).toBe('dark');
});

test('with storage blocked the choice holds for the page', () => {
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  setTheme('light');
  expect(getTheme()).toBe('light');
  expect(painted()).toBe('light');
  blocked.mockRestore();
});

test('the browser’s own bars follow the system, and a choice before it', () => {
  const bars = [matching('light'), matching('dark')];
  setTheme('dark');
  expect(bars.map((meta) => meta.getAttribute('media'))).toEqual(['not all', 'all']);
  setTheme('system');
  expect(bars.map((meta) => meta.getAttribute('media'))).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  for (const meta of bars) meta.remove();
});

/** The page's own element for a scheme, as in index.html. */
function matching(scheme: 'light' | 'dark') {
  const meta = Object.assign(document.createElement('meta'), { name: 'theme-color' });
  meta.setAttribute('media', `(prefers-color-scheme: ${scheme})`);
  document.head.append(meta);
  return meta;
}
