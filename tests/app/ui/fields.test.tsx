import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from '../../../src/ui/button.tsx';
import { ErrorSummary } from '../../../src/ui/error-summary.tsx';
import { PasswordField } from '../../../src/ui/password-field.tsx';
import { TextField } from '../../../src/ui/text-field.tsx';

test('a field is named by its label alone and described by its hint and its error', () => {
  render(<TextField label="Email" type="email" hint="The one you log in with." error="Enter an email address" />);
  const field = screen.getByRole('textbox', { name: 'Email' });
  expect(field).toBe(screen.getByLabelText('Email', { exact: true }));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['Enter an email address', 'The one you log in with.']);
  expect(field.getAttribute('autocapitalize')).toBe('none');
});

test('a field without an error says nothing about validity', () => {
  render(<TextField label="First name" />);
  const field = screen.getByRole('textbox', { name: 'First name' });
  expect(field.hasAttribute('aria-invalid')).toBe(false);
  expect(field.hasAttribute('aria-describedby')).toBe(false);
});

test('a password is revealed by a button and masked again when the form is sent', async () => {
  const user = userEvent.setup();
  render(
    <form onSubmit={(event) => event.preventDefault()}>
      <PasswordField label="Password" autoComplete="current-password" />
      <Button type="submit">Log in</Button>
    </form>,
  );
  const field = screen.getByLabelText('Password', { exact: true });
  await user.type(field, 'a secret');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(field.getAttribute('type')).toBe('text');
  expect(screen.getByRole('button', { name: 'Hide password' }).getAttribute('type')).toBe('button');
  await user.click(screen.getByRole('button', { name: 'Log in' }));
  expect(field.getAttribute('type')).toBe('password');
  expect(field).toHaveProperty('value', 'a secret');
});

test('a pending button keeps its name and its focus, and does nothing', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn<(event: { preventDefault(): void }) => void>((event) => event.preventDefault());
  const form = (pending: boolean) => (
    <form onSubmit={onSubmit}>
      <input aria-label="Name" />
      <Button type="submit" pending={pending}>
        Save
      </Button>
    </form>
  );
  const { rerender } = render(form(false));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).toHaveBeenCalledTimes(1);
  rerender(form(true));
  const button = screen.getByRole('button', { name: 'Save' });
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.click(button);
  await user.type(screen.getByRole('textbox', { name: 'Name' }), '{Enter}');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('the error summary takes the focus on every failed attempt, and only then', async () => {
  const user = userEvent.setup();
  const page = (errors: { message: string; fieldId?: string }[], attempt: number) => (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField id="email" label="Email" />
    </>
  );
  const { rerender } = render(page([], 0));
  expect(screen.queryByRole('alert')).toBeNull();

  const errors = [{ message: 'Enter an email address', fieldId: 'email' }, { message: 'The server is busy' }];
  rerender(page(errors, 1));
  expect(screen.getByRole('heading', { level: 2, name: 'There is a problem' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('alert'));

  await user.click(screen.getByRole('link', { name: 'Enter an email address' }));
  const field = screen.getByRole('textbox', { name: 'Email' });
  expect(document.activeElement).toBe(field);
  expect(location.hash).toBe('');
  expect(screen.queryByRole('link', { name: 'The server is busy' })).toBeNull();

  rerender(page(errors.slice(1), 1));
  expect(document.activeElement).toBe(field);
  rerender(page(errors.slice(1), 2));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});
