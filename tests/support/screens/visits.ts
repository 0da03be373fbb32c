import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import type { AwkwardCompany } from '../awkward-company.ts';
import { logInBy } from '../browser-test.ts';
import type { Role } from './screen.ts';

type Storage = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Opens windows of people who are logged in already; everybody logs in by the page once. */
export class Visits {
  readonly #stored = new Map<Role, Promise<Storage | undefined>>();
  readonly #browser: Browser;
  readonly #baseURL: string;
  readonly #company: AwkwardCompany;

  constructor(browser: Browser, baseURL: string, company: AwkwardCompany) {
    this.#browser = browser;
    this.#baseURL = baseURL;
    this.#company = company;
  }

  /** A window of its own for somebody; to be closed. Motion is reduced, so that nothing is looked at half way. */
  async open(role: Role, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const stored = this.#stored.get(role) ?? this.#logIn(role);
    this.#stored.set(role, stored);
    return this.#browser.newContext({ baseURL: this.#baseURL, reducedMotion: 'reduce', storageState: await stored, ...options });
  }

  async #logIn(role: Role): Promise<Storage | undefined> {
    if (role === 'visitor') return undefined;
    const context = await this.#browser.newContext({ baseURL: this.#baseURL });
    await logInBy(await context.newPage(), this.#company[role]);
    const stored = await context.storageState();
    await context.close();
    return stored;
  }
}
