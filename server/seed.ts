import { parseArgs } from 'node:util';
import { z } from 'zod/mini';
import { seedDatabase } from './seed/seed-database.ts';
import { readSettings, SettingsError } from './settings.ts';

const usage = `Fills a company, for trying things at scale:

  npm run seed -- --members 1000 --departments 20 --email admin@example.com --password 'Blue-Harbor-42'

If an admin has that email address, their company gets the departments and members. If nobody has it, it becomes the
admin of a new company, active at once. Every seeded member has the given password. The database is the one that
DATA_DIR or DATABASE_URL names, as for the server.`;

const count = z.pipe(z.string().check(z.regex(/^\d{1,7}$/, 'must be a number up to 9999999')), z.transform(Number));
const argumentsSchema = z.object({
  members: z._default(count, 100),
  departments: z._default(count, 10),
  email: z.string('is missing').check(z.email('must be an email address')),
  password: z.string('is missing').check(z.minLength(8, 'must have at least 8 characters')),
});

/** Reads the command line; null, after printing why, when it is wrong. */
function readArguments() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { members: text, departments: text, email: text, password: text, help: { type: 'boolean' } }, strict: false });
  const parsed = argumentsSchema.safeParse(values);
  if (parsed.success && !values.help) return parsed.data;
  for (const { path: [name], message } of parsed.error?.issues ?? []) console.error(`--${String(name)} ${message}`);
  console.error(usage);
  return null;
}

async function main(): Promise<number> {
  const wanted = readArguments();
  if (!wanted) return 1;
  const start = performance.now();
  await seedDatabase(readSettings(process.env), wanted);
  console.log(`${wanted.departments} departments and ${wanted.members} members in ${((performance.now() - start) / 1000).toFixed(1)} s. Log in as ${wanted.email}.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : `Nothing was added: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
