import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { MenuButton } from '../../../src/ui/menu-button.tsx';

function setUp() {
  const onRename = vi.fn<() => void>();
  const onRemove = vi.fn<() => void>();
  render(
    <MenuButton
      label="Actions for Sales"
      items={[
        { id: 'rename', label: 'Rename', onAction: onRename },
        { id: 'delete', label: 'Delete', danger: true, onAction: onRemove },
      ]}
    />,
  );
  return { user: userEvent.setup(), button: screen.getByRole('button', { name: 'Actions for Sales' }), onRename, onRemove };
}

test.each([
  ['{Enter}', 'Rename'],
  [' ', 'Rename'],
  ['{ArrowDown}', 'Rename'],
  ['{ArrowUp}', 'Delete'],
])('%s opens the menu with the focus on %s', async (key, item) => {
  const { user, button } = setUp();
  button.focus();
  await user.keyboard(key);
  await screen.findByRole('menu', { name: 'Actions for Sales' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: item })));
  expect(button.getAttribute('aria-expanded')).toBe('true');
});

test.each(['{Escape}', '{Tab}'])('%s closes the menu and gives the focus back', async (key) => {
  const { user, button, onRename } = setUp();
  await user.click(button);
  await screen.findByRole('menu');
  await user.keyboard(key);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(onRename).not.toHaveBeenCalled();
});

test('an item runs when the menu is gone and the focus is back, once', async () => {
  const { user, button, onRemove } = setUp();
  onRemove.mockImplementation(() => expect(document.activeElement).toBe(button));
  await user.click(button);
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await waitFor(() => expect(onRemove).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('menu')).toBeNull();
});
