/**
 * `npm test`: types, lint, the build, Vitest, Playwright. With names of stages as arguments, only
 * those: `npm test -- types lint`. Ends with `N passed, N failed[, N skipped]`, and fails when
 * anything failed, when nothing ran, or, with `REQUIRE_ALL=1`, when anything was skipped.
 */
import { run } from './stages/run.ts';
import { summarize, type Count } from './stages/count.ts';
import { browser, build, lint, types, vitest } from './stages/stages.ts';

const stages = { types, lint, build, vitest, browser };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}; there are ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}
const wanted = (name: keyof typeof stages) => asked.length === 0 || asked.includes(name);

const counts: Count[] = [];
// The first three are single-threaded and independent, so they run in parallel. The two test
// runners use every core, so they run one after the other.
for (const together of [['types', 'lint', 'build'], ['vitest'], ['browser']] as const) {
  const now = together.filter(wanted);
  counts.push(...(await Promise.all(now.map(async (name) => run(name, stages[name])))));
}
process.exitCode = summarize(counts, { skipsFail: process.env.REQUIRE_ALL === '1' });
