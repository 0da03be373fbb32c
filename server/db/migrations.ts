import { Migrator, type CreateTableBuilder, type Kysely, type Migration, type MigrationProvider } from 'kysely';
import { departmentSearchText, memberSearchText } from '../../src/contract/search.ts';
import { isPostgres } from './dialect.ts';
import type { Db, Schema } from './schema.ts';

/**
 * Adds the primary key. AUTOINCREMENT on SQLite, so that the id of a deleted user is never reused: the deleted user's
 * tokens would be valid for the new one.
 */
function addId(table: CreateTableBuilder<string>, db: Kysely<unknown>) {
  return isPostgres(db)
    ? table.addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    : table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement());
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await addId(db.schema.createTable('companies'), db)
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();

    await addId(db.schema.createTable('departments'), db)
      .addColumn('company_id', 'bigint', (column) => column.notNull().references('companies.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('added_by_id', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addUniqueConstraint('departments_company_id_name', ['company_id', 'name'])
      .execute();

    await addId(db.schema.createTable('users'), db)
      .addColumn('company_id', 'bigint', (column) => column.notNull().references('companies.id').onDelete('cascade'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('first_name', 'text', (column) => column.notNull())
      .addColumn('last_name', 'text', (column) => column.notNull())
      .addColumn('password', 'text', (column) => column.notNull())
      .addColumn('is_active', 'integer', (column) => column.notNull())
      // The database itself ensures, even for concurrent requests, that no department with members is deleted.
      .addColumn('department_id', 'bigint', (column) => column.references('departments.id').onDelete('restrict'))
      .addColumn('added_by_id', 'bigint', (column) => column.references('users.id').onDelete('set null'))
      .addColumn('last_reset_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .execute();

    await db.schema.createTable('revoked_tokens')
      .addColumn('jti', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();

    await addId(db.schema.createTable('mail_queue'), db)
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
      .execute();

    // Each ordering of the members is an index that begins with the company and role and ends with the tie-break. Ties
    // are by ascending id in both directions, so each direction needs its own. Departments are few enough to sort.
    for (const field of ['first_name', 'last_name', 'email', 'created_at', 'updated_at']) {
      for (const direction of ['asc', 'desc']) {
        await db.schema.createIndex(`users_by_${field}_${direction}`).on('users')
          .columns(['company_id', 'role', direction === 'asc' ? field : `${field} desc`, 'id'])
          .execute();
      }
    }
    // A search, like a count, reads only this index.
    await db.schema.createIndex('departments_search').on('departments').columns(['company_id', 'id', 'search']).execute();
    await db.schema.createIndex('users_search').on('users').columns(['company_id', 'role', 'id', 'search']).execute();
    // A delete looks for the rows that reference the deleted one.
    await db.schema.createIndex('users_by_department').on('users').columns(['department_id']).execute();
    await db.schema.createIndex('users_by_added_by').on('users').columns(['added_by_id']).execute();
    await db.schema.createIndex('revoked_tokens_by_expiry').on('revoked_tokens').columns(['expires_at']).execute();
  },
};

/** Folds what searches look in by the rules of `src/contract/search.ts`; until then it was only put in lower case. */
const foldedSearch: Migration = {
  async up(db: Kysely<Schema>) {
    for (let last = 0, rows; ; last = rows.at(-1)?.id ?? 0) {
      rows = await db.selectFrom('users').select(['id', 'email', 'first_name', 'last_name', 'search']).where('id', '>', last).orderBy('id').limit(1000).execute();
      for (const { id, search, ...user } of rows) {
        if (memberSearchText(user) !== search) await db.updateTable('users').set({ search: memberSearchText(user) }).where('id', '=', id).execute();
      }
      if (rows.length === 0) break;
    }
    for (const { id, name, search } of await db.selectFrom('departments').select(['id', 'name', 'search']).execute()) {
      if (departmentSearchText(name) !== search) await db.updateTable('departments').set({ search: departmentSearchText(name) }).where('id', '=', id).execute();
    }
  },
};

const migrations: MigrationProvider = {
  getMigrations: async () => ({ '001-first': first, '002-folded-search': foldedSearch }),
};

/**
 * Migrates the database to the newest schema. Safe when several processes start together: Kysely takes an advisory lock
 * on PostgreSQL, and on SQLite everything happens in one immediate transaction.
 *
 * @throws the error of the migration that failed; it is rolled back
 */
export async function migrate(db: Db): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated', { cause: error });
}
