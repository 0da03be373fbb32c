import { expect, type Page } from '@playwright/test';
import { press } from './steps.ts';
import type { Screen } from './screen.ts';

const as = 'visitor';
const alert = (page: Page) => expect(page.getByRole('alert')).toBeVisible();

/** What somebody sees who is not logged in. */
export const publicScreens: readonly Screen[] = [
  { name: 'log-in', as, path: '/login' },
  {
    name: 'log-in-refused',
    as,
    path: '/login',
    open: async (page) => {
      await page.getByLabel('Email', { exact: true }).fill('nobody@example.com');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await press(page, 'Log in');
      await alert(page);
    },
  },
  { name: 'sign-up', as, path: '/signup' },
  {
    name: 'sign-up-errors',
    as,
    path: '/signup',
    open: async (page) => {
      await press(page, 'Create account');
      await alert(page);
    },
  },
  { name: 'check-email', as, path: '/signup/check-email' },
  { name: 'activate', as, path: '/activate/MQ/abc-def' },
  {
    name: 'activate-dead-link',
    as,
    path: '/activate/MQ/abc-def',
    open: async (page) => {
      await press(page, 'Activate my account');
      await alert(page);
    },
  },
  { name: 'reset-password', as, path: '/password/reset' },
  {
    name: 'reset-password-sent',
    as,
    path: '/password/reset',
    open: async (page) => {
      await page.getByLabel('Email', { exact: true }).fill('somebody@example.com');
      await press(page, 'Send reset link');
      await expect(page.getByText('a link is on its way')).toBeVisible();
    },
  },
  { name: 'choose-password', as, path: '/password/reset/confirm/MQ/abc-def' },
  {
    name: 'choose-password-dead-link',
    as,
    path: '/password/reset/confirm/MQ/abc-def',
    open: async (page) => {
      await page.getByLabel('New password', { exact: true }).fill('quiet-harbour-41-lamp');
      await press(page, 'Set new password');
      await alert(page);
    },
  },
  { name: 'not-found', as, path: '/no/such/page' },
];
