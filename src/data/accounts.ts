import { mutationOptions } from '@tanstack/react-query';
import { requestReset } from '../api/accounts.ts';

/**
 * Asks for a reset link for somebody else's address (9). The words promise no more than the API tells: it answers an
 * unknown and an inactive address as it answers a good one.
 */
export const sendResetOptions = () =>
  mutationOptions({
    mutationFn: requestReset,
    meta: { success: (_nothing: unknown, email: string) => `If ${email} has an active account, a link is on its way` },
  });
