import { expect, type Locator, type Page } from '@playwright/test';

/** Presses the button of exactly this name. */
export async function press(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).first().click();
}

/** Opens a row's menu. */
export async function openActions(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: typeof name === 'string' ? `Actions for ${name}` : name }).first().click();
  await expect(page.getByRole('menu')).toBeVisible();
}

/** Chooses an item of a row's menu. */
export async function choose(page: Page, name: string | RegExp, item: string): Promise<void> {
  await openActions(page, name);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Responds to every call of an endpoint with this status and a proxy's HTML page instead of JSON. */
export async function fail(page: Page, endpoint: string, status = 500): Promise<void> {
  await page.route(`**/api/${endpoint}/**`, async (route) => route.fulfill({ status, contentType: 'text/html', body: '<h1>Server Error</h1>' }));
}

/** Never responds. */
export async function hang(page: Page, endpoint: string): Promise<void> {
  // A route that is not fulfilled stays open until the page goes.
  await page.route(`**/api/${endpoint}/**`, () => undefined);
}
