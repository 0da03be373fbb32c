import type { Account } from './factories.ts';
import type { TestBackend } from './test-backend.ts';

/** How many rows go into one statement: SQLite takes 32,766 values at most. */
const batch = 500;

interface Wanted {
  count: number;
  departmentId: string;
  /** When the n-th member joined, in ms since the epoch; now by default. */
  joined?: (number: number) => number;
}

/**
 * Puts members straight into the database: hundreds of them, over months, in a moment. Nobody can log in as one of them.
 * They are called "Member 1", "Member 2" … with addresses such as m1@example.com.
 */
export async function putMembers({ server: { db } }: TestBackend, admin: Account, { count, departmentId, joined = Date.now }: Wanted): Promise<void> {
  const { company_id } = await db.selectFrom('users').select('company_id').where('id', '=', Number(admin.id)).executeTakeFirstOrThrow();
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const email = `m${number}@example.com`;
    const at = Math.round(joined(number)) * 1000;
    return {
      company_id,
      role: 'Employee',
      email,
      first_name: 'Member',
      last_name: String(number),
      password: 'none',
      is_active: 1,
      department_id: Number(departmentId),
      added_by_id: Number(admin.id),
      last_reset_at: null,
      created_at: at,
      updated_at: at,
      search: `${email}\nmember\n${number}`,
    };
  });
  for (let start = 0; start < count; start += batch) {
    await db.insertInto('users').values(rows.slice(start, start + batch)).execute();
  }
}
