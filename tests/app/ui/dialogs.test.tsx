import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { AlertDialog } from '../../../src/ui/alert-dialog.tsx';
import { Button } from '../../../src/ui/button.tsx';
import { Dialog } from '../../../src/ui/dialog.tsx';
import { PageHeader } from '../../../src/ui/page-header.tsx';
import { TextField } from '../../../src/ui/text-field.tsx';

function Page({ onAsk, opener = true }: { onAsk?: () => void; opener?: boolean }) {
  const [open, setOpen] = useState(!opener);
  return (
    <main id="main">
      <PageHeader title="Departments" />
      {opener && <Button onClick={() => setOpen(true)}>Open</Button>}
      {open && (
        <Dialog title="Add department" onClose={onAsk ?? (() => setOpen(false))}>
          <TextField label="Name" />
          <Button onClick={() => setOpen(false)}>Cancel</Button>
        </Dialog>
      )}
    </main>
  );
}

test('a dialog is named by its heading, keeps the focus in, and gives it back', async () => {
  const user = userEvent.setup();
  render(<Page />);
  const opener = screen.getByRole('button', { name: 'Open' });
  await user.click(opener);
  const dialog = screen.getByRole('dialog', { name: 'Add department' });
  expect(screen.getByRole('heading', { level: 2, name: 'Add department' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull();

  for (let step = 0; step < 4; step += 1) {
    await user.tab();
    expect(dialog.contains(document.activeElement)).toBe(true);
  }

  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('Escape only asks the owner, and a click beside the dialog does nothing', async () => {
  const user = userEvent.setup();
  const onAsk = vi.fn<() => void>();
  render(<Page onAsk={onAsk} />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  await user.keyboard('{Escape}');
  expect(onAsk).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('dialog')).toBeTruthy();
  await user.click(document.body);
  expect(onAsk).toHaveBeenCalledTimes(1);
});

test('without a trigger to go back to, the heading of the page takes the focus', async () => {
  const user = userEvent.setup();
  render(<Page opener={false} />);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Departments' })));
});

test('a page that went with its dialog leaves the focus to the one that came', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Page opener={false} />);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  rerender(<PageHeader title="Team members" />);
  // Longer than the way back of the focus takes.
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(document.activeElement).toBe(document.body);
});

test('the page knows how many dialogs are open over it', async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(document.body.dataset['modals']).toBe('1');
  const { unmount } = render(<AlertDialog title="Discard changes?" confirmLabel="Discard" onConfirm={vi.fn<() => void>()} onCancel={vi.fn<() => void>()} />);
  expect(document.body.dataset['modals']).toBe('2');
  unmount();
  expect(document.body.dataset['modals']).toBe('1');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(document.body.dataset['modals']).toBeUndefined();
});

test('an alert dialog names the deed, starts on Cancel, and is back there after a refusal', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn<() => void>();
  const onCancel = vi.fn<() => void>();
  const dialog = (pending: boolean, error?: string) => (
    <AlertDialog title="Delete Sales?" confirmLabel="Delete department" pending={pending} error={error} onConfirm={onConfirm} onCancel={onCancel}>
      This cannot be undone.
    </AlertDialog>
  );
  const { rerender } = render(dialog(false));
  const box = screen.getByRole('alertdialog', { name: 'Delete Sales?' });
  expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe('This cannot be undone.');
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  expect(document.activeElement).toBe(cancel);

  await user.click(screen.getByRole('button', { name: 'Delete department' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
  rerender(dialog(true));
  await user.click(screen.getByRole('button', { name: 'Delete department' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);

  rerender(dialog(false, 'This department still has members.'));
  expect(screen.getByRole('alert').textContent).toContain('This department still has members.');
  expect(document.activeElement).toBe(cancel);
  await user.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledTimes(1);
});
