import { openForMaintenance, type DatabaseLocation } from '../db/open.ts';
import { seedCompany, type Wanted } from './seed-company.ts';

/** Opens the database, creating it if there is none, and seeds a company in it; throws as `seedCompany` does. */
export async function seedDatabase(location: DatabaseLocation, wanted: Wanted): Promise<void> {
  const db = await openForMaintenance(location);
  try {
    await seedCompany(db, wanted);
  } finally {
    await db.destroy();
  }
}
