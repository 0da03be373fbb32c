import { expect, type Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { fail, hang, openActions, press } from './steps.ts';

const as = 'admin';
const skeletonShown = async (page: Page) => expect(page.locator('main [aria-busy="true"]')).toBeVisible();

/** The signed-in pages at rest, empty, without a match, loading and failed. */
export const listScreens: readonly Screen[] = [
  { name: 'overview', as, path: '/' },
  { name: 'overview-new-company', as: 'newcomer', path: '/' },
  { name: 'overview-error', as, path: '/', before: async (page) => fail(page, 'departments') },
  { name: 'departments', as, path: '/departments?ordering=name' },
  { name: 'departments-empty', as: 'newcomer', path: '/departments' },
  { name: 'departments-no-match', as, path: '/departments?search=zzzz' },
  { name: 'departments-error', as, path: '/departments', before: async (page) => fail(page, 'departments') },
  { name: 'departments-loading', as, path: '/departments', busy: true, before: async (page) => hang(page, 'departments'), open: skeletonShown },
  { name: 'team-members', as, path: '/teams?ordering=created_at' },
  { name: 'team-members-page-2', as, path: '/teams?ordering=created_at&page=2' },
  { name: 'team-members-empty', as: 'newcomer', path: '/teams' },
  { name: 'team-members-no-match', as, path: '/teams?search=zzzz' },
  { name: 'team-members-error', as, path: '/teams', before: async (page) => fail(page, 'myTeams') },
  { name: 'team-members-loading', as, path: '/teams', busy: true, before: async (page) => hang(page, 'myTeams'), open: skeletonShown },
  {
    name: 'offline',
    as,
    path: '/teams',
    open: async (page) => {
      await page.context().setOffline(true);
      await expect(page.getByText('You are offline.').first()).toBeVisible();
    },
  },
  { name: 'profile', as, path: '/profile' },
  {
    name: 'profile-errors',
    as,
    path: '/profile',
    open: async (page) => {
      await page.getByLabel('First name', { exact: true }).fill('');
      await press(page, 'Save changes');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'status-message',
    as,
    path: '/profile',
    open: async (page) => {
      await press(page, 'Save changes');
      await expect(page.getByRole('status').filter({ hasText: 'Nothing to save' })).toBeVisible();
    },
  },
  { name: 'change-password', as, path: '/profile/password' },
  {
    name: 'change-password-errors',
    as,
    path: '/profile/password',
    open: async (page) => {
      await press(page, 'Change password');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'for-admins-only', as: 'member', path: '/teams' },
  { name: 'not-found-signed-in', as, path: '/no/such/page' },
  {
    name: 'row-menu',
    as,
    path: '/departments?ordering=name',
    open: async (page) => openActions(page, 'Sales'),
    exceptions: [{ rule: 'region', reason: 'the popover is put at the end of the body, outside the landmarks', testedBy: 'a menu: arrows, Escape, focus back' }],
  },
];
