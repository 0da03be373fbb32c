import { mutationOptions } from '@tanstack/react-query';
import { readableEmail } from '../lib/email.ts';
import { requestReset } from '../api/accounts.ts';

/**
 * Requests a reset link for another user's address (9). The message promises no more than the API reveals: its response is
 * the same for an unknown, an inactive and an active address.
 */
export const sendResetOptions = () =>
  mutationOptions({
    mutationFn: requestReset,
    meta: { success: (_nothing: unknown, email: string) => `If ${readableEmail(email)} has an active account, a link is on its way` },
  });
