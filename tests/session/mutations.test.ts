// @vitest-environment node
import { AxiosError, isCancel, type AxiosInstance } from 'axios';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../src/http/errors.ts';
import type { SessionDeps } from '../../src/session/types.ts';
import { anyStory, play, recover, type Story } from '../support/session-world/commands.ts';
import { storageKey } from '../support/session-world/world.ts';

/*
 * The properties must be able to fail. Each test breaks one rule, by a part that lies to the session, and expects the same
 * properties over the same stories to find it, and to name the invariant that stands for the rule.
 */

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/**
 * Searches for a story that breaks this invariant under broken settings.
 * @returns the offence, or nothing when none was found
 */
async function search(invariant: RegExp, settings: Story['settings'], runs = 400, stories = anyStory): Promise<string | undefined> {
  let found: string | undefined;
  await fc.check(
    fc.asyncProperty(stories, async (story) => {
      found = (await offencesIn({ ...story, settings: { ...story.settings, ...settings } })).find((offence) => invariant.test(offence));
      return found === undefined;
    }),
    { numRuns: runs, seed: 7, endOnFailure: true },
  );
  return found;
}

async function offencesIn(story: Story): Promise<string[]> {
  try {
    const { world, watcher } = await play(story);
    const stuck = await recover(world);
    return [...watcher.offences(), ...stuck];
  } catch (error) {
    return [String(error)]; // the virtual clock's own complaint about a loop
  }
}

const tampering = (tamper: (deps: SessionDeps, tab: string) => Partial<SessionDeps>) => ({ tamper: (deps: SessionDeps, tab: string) => ({ ...deps, ...tamper(deps, tab) }) });

test('nothing is broken: nothing is found', async () => {
  expect(await search(/./, {}, 40)).toBeUndefined();
});

describe('a broken rule is found', () => {
  test('the lock shuts out nobody', async () => {
    const settings = { locks: true, rotate: true, ...tampering(() => ({ locks: { request: (_name, _options, work) => work() } })) };
    expect(await search(/I1: two refreshes at a time under a lock/, settings)).toBeDefined();
  });

  test('the record is not read again inside the lock', async () => {
    const settings = {
      locks: true,
      ...tampering((deps) => {
        let remembered: string | null | undefined;
        const storage = deps.storage;
        return {
          // Inside the lock the storage shows what was there when the lock was asked for.
          locks: {
            request: (name, options, work) => {
              const seen = storage?.getItem(storageKey) ?? null;
              return deps.locks === null
                ? Promise.reject(new Error('no locks'))
                : deps.locks.request(name, options, () => {
                    remembered = seen;
                    queueMicrotask(() => (remembered = undefined));
                    return work();
                  });
            },
          },
          storage: storage && {
            getItem: (key) => (remembered === undefined ? storage.getItem(key) : remembered),
            setItem: (key, value) => storage.setItem(key, value),
            removeItem: (key) => storage.removeItem(key),
          },
        };
      }),
    };
    expect(await search(/I9: two successful|I4/, settings)).toBeDefined();
  });

  test('an answer is written without comparing session and generation', async () => {
    const settings = tampering((deps) => {
      // While a refresh is under way the storage goes on showing what it began with.
      let shown: string | null | undefined;
      const { storage, transport } = deps;
      return {
        storage: storage && {
          getItem: (key) => (shown === undefined ? storage.getItem(key) : shown),
          setItem: (key, value) => storage.setItem(key, value),
          removeItem: (key) => storage.removeItem(key),
        },
        transport: {
          ...transport,
          // It cannot be stopped either: the end of the session aborts a refresh, which would hide the missing fence.
          refresh: async (token) => {
            const before = storage?.getItem(storageKey) ?? null;
            const tokens = await transport.refresh(token, new AbortController().signal);
            shown = before;
            setImmediate(() => (shown = undefined));
            return tokens;
          },
        },
      };
    });
    // One tab refreshes, another logs out a moment before the response arrives; the message about it has not.
    const story = fc.integer({ min: 25, max: 50 }).map((ms): Story => ({
      settings: { accessTtl: 2 },
      commands: [{ do: 'wait', ms: 3000 }, { do: 'call', tab: 1, times: 1 }, { do: 'wait', ms }, { do: 'log out', tab: 0 }, { do: 'wait', ms: 100 }],
      seed: ms,
    }));
    expect(await search(/I5/, settings, 60, story)).toBeDefined();
    expect(await search(/./, {}, 60, story)).toBeUndefined();
  });

  test('any failure of a refresh counts as final', async () => {
    const settings = tampering(({ transport }) => ({
      transport: {
        ...transport,
        refresh: (token, signal) =>
          transport.refresh(token, signal).catch((error: unknown) => {
            throw error instanceof ApiError && error.status !== null ? new ApiError('unauthorized', { status: 401 }) : error;
          }),
      },
    }));
    expect(await search(/I4: session-\d+ was ended/, settings)).toBeDefined();
  });

  test('a request is sent again after a network error', async () => {
    const tamperClient = (client: AxiosInstance) => {
      client.interceptors.response.use(undefined, (error: unknown) => {
        if (error instanceof AxiosError && !isCancel(error) && error.response === undefined && error.config) return client.request(error.config);
        throw error;
      });
    };
    expect(await search(/I6/, { tamperClient })).toBeDefined();
  });

  test('a request is replayed as often as it gets 401', async () => {
    const tamperClient = (client: AxiosInstance) => {
      client.interceptors.request.use((config) => Object.assign(config, { replayed: false }));
    };
    expect(await search(/I6/, { tamperClient })).toBeDefined();
  });

  test('the age of a token follows the wall clock', async () => {
    const settings = tampering(({ clock }) => ({ clock: { ...clock, monotonic: () => clock.now() } }));
    let offences: string[] = [];
    await fc.check(
      fc.asyncProperty(fc.array(fc.constantFrom(-3_600_000, 3_600_000), { minLength: 4, maxLength: 8 }), async (jumps) => {
        const { world, watcher } = await play({ settings: { accessTtl: 30, locks: true, ...settings }, commands: [], seed: 1 });
        for (const jump of jumps) {
          await world.advance(5000);
          world.jump(jump);
          for (const { page } of world.tabs) page.fire('focus');
        }
        offences = watcher.offences({ idle: true });
        return offences.length === 0;
      }),
      { numRuns: 50, seed: 7, endOnFailure: true },
    );
    expect(offences.join('\n')).toMatch(/I9/);
  });

  test('every session has the same id', async () => {
    expect(await search(/I2|I5|I8/, tampering(() => ({ newId: () => 'session-1' })))).toBeDefined();
  });

  test('a token is put into a message', async () => {
    const settings = tampering(({ channel, storage }) => ({
      channel: { ...channel, post: (message) => channel.post({ ...message, sessionId: storage?.getItem(storageKey) ?? '' }) },
    }));
    expect(await search(/hygiene: a token in a message/, settings)).toBeDefined();
  });

  test('retries come a hundred times too soon', async () => {
    const settings = tampering(({ clock }) => ({
      clock: { ...clock, monotonic: () => clock.monotonic() * 100, setTimeout: (run, ms) => clock.setTimeout(run, Math.ceil(ms / 100)) },
    }));
    const story: Story = {
      settings: { accessTtl: 2 },
      commands: [{ do: 'weather', weather: '500' }, { do: 'wait', ms: 3000 }, { do: 'call', tab: 0, times: 1 }, { do: 'wait', ms: 1000 }],
      seed: 1,
    };
    expect(await search(/I9: tab 1 tries again/, settings, 1, fc.constant(story))).toBeDefined();
    expect(await search(/./, {}, 1, fc.constant(story))).toBeUndefined();
  });
});
