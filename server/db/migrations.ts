import { Migrator, type CreateTableBuilder, type Kysely, type Migration, type MigrationProvider } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db } from './schema.ts';

/**
 * The ids. AUTOINCREMENT on SQLite, so that the id of a deleted user is never given out again: tokens of the deleted
 * one would be good for the new one.
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
      // A department with members cannot be deleted: the database itself keeps that promise under concurrent requests.
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

    // Every ordering of the members is an index that begins with whose list it is and ends with the tie-break: by id,
    // oldest first, downwards too; so downwards needs one of its own. A company's departments are few enough to sort.
    for (const field of ['first_name', 'last_name', 'email', 'created_at', 'updated_at']) {
      for (const direction of ['asc', 'desc']) {
        await db.schema.createIndex(`users_by_${field}_${direction}`).on('users')
          .columns(['company_id', 'role', direction === 'asc' ? field : `${field} desc`, 'id'])
          .execute();
      }
    }
    // A search, and a count, read this index alone.
    await db.schema.createIndex('departments_search').on('departments').columns(['company_id', 'id', 'search']).execute();
    await db.schema.createIndex('users_search').on('users').columns(['company_id', 'role', 'id', 'search']).execute();
    // Deleting looks for the rows that point here.
    await db.schema.createIndex('users_by_department').on('users').columns(['department_id']).execute();
    await db.schema.createIndex('users_by_added_by').on('users').columns(['added_by_id']).execute();
    await db.schema.createIndex('revoked_tokens_by_expiry').on('revoked_tokens').columns(['expires_at']).execute();
  },
};

const migrations: MigrationProvider = {
  getMigrations: async () => ({ '001-first': first }),
};

/**
 * Brings the database to the newest schema. Safe when several processes start at once: Kysely takes an advisory lock
 * on PostgreSQL, and on SQLite the whole of it is one immediate transaction.
 *
 * @throws what the failed migration threw; nothing of it stays.
 */
export async function migrate(db: Db): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated', { cause: error });
}
