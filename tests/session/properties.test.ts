// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { anySettings, anyStory, play, recover, type Story } from '../support/session-world/commands.ts';

/*
 * The ten invariants, over stories that nobody thought of. A failure prints its seed and the shortest story that
 * fails; the story is then kept among the examples below.
 */

beforeEach(() => {
  // The faults include responses outside the contract, which the client logs.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** More for a night’s search: PROPERTY_RUNS=5000 */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 200);

const once: Story[] = [
  // A timer that rang a fraction of a millisecond early was set again for no time at all, for ever.
  {
    settings: { accessTtl: 30, refreshTtl: 600, rotate: false, copyIat: false, skew: 0, locks: false },
    commands: [{ do: 'wait', ms: 300_000 }, { do: 'reload', tab: 1 }],
    seed: -1006481717,
  },
  {
    settings: { accessTtl: 30, refreshTtl: 600, rotate: true, copyIat: true, skew: 0, locks: true },
    commands: [{ do: 'wait', ms: 20_000 }, { do: 'call', tab: 1, times: 1 }, { do: 'wait', ms: 1 }, { do: 'show', tab: 0, shown: false }, { do: 'wait', ms: 20_000 }, { do: 'reload', tab: 0 }],
    seed: 1972081102,
  },
];

test('I1 to I10: whatever happens to three tabs', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const { world, watcher } = await play(story);
      const stuck = await recover(world);
      expect([...watcher.offences(), ...stuck]).toEqual([]);
    }),
    { numRuns: runs, examples: once.map((story) => [story]) },
  );
});

test('I9: idle tabs under any clock: a renewal every 20 s at most', { timeout: 600_000 }, async () => {
  const jumps = fc.array(fc.record({ after: fc.integer({ min: 1, max: 90_000 }), by: fc.constantFrom(-3_600_000, 3_600_000, 60_000, -5000), look: fc.boolean() }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(anySettings, jumps, fc.integer(), async (settings, clock, seed) => {
      const { world, watcher } = await play({ settings: { ...settings, locks: true }, commands: [], seed });
      for (const { after, by, look } of clock) {
        await world.advance(after);
        world.jump(by);
        if (look) for (const { page } of world.tabs) page.fire('focus');
      }
      expect(watcher.offences({ idle: true })).toEqual([]);
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});
