/** The owner's connection: migrations and the drift check, never requests. */
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';

export function ownerDataSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, entities: ENTITIES, migrations: MIGRATIONS, synchronize: false, migrationsTableName: 'migration', migrationsTransactionMode: 'each' });
}

/** What the entities say and the migrated database does not have; empty when they agree. */
export async function schemaDrift(url: string): Promise<readonly string[]> {
  const source = await ownerDataSource(url).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map((query) => query.query);
  } finally {
    await source.destroy();
  }
}
