/** `demo remove`: takes everything that belongs to fictional institutions out of the database, in one transaction of the owner. */
import pg from 'pg';
import type { Command, Env } from '../command.js';
import { refuseOutsideDemo, settingsOf } from '../settings.js';
import { Removal } from './removal.js';

export const demoRemoveCommand: Command = {
  name: 'demo remove', takes: '', summary: 'Remove the demo commons: fictional institutions, their people and their work.',
  details: ['In demo mode only, with DATABASE_OWNER_URL. Refused where a real institution built on demo work. `demo load` brings it back.'],
  run: ({ env }) => removeDemo(env),
};

export async function removeDemo(env: Env): Promise<string> {
  const config = settingsOf(env);
  refuseOutsideDemo(config);
  if (config.databaseOwnerUrl === null) throw new Error('demo remove needs DATABASE_OWNER_URL: the application may not delete.');
  const client = new pg.Client({ connectionString: config.databaseOwnerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const counts = await remove(client);
    await client.query('commit');
    return counts.size === 0 ? 'There was no demo commons.' : `Removed: ${[...counts].map(([table, count]) => `${count} of ${table}`).join(', ')}.`;
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the first error is the one to tell
    throw error;
  } finally {
    await client.end();
  }
}

async function remove(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  await client.query(`select set_config('passalong.is_system', 'on', true)`);
  const { rows: [mode] } = await client.query<{ value: string }>(`select value from setting where name = 'mode'`);
  if (mode?.value !== 'demo') throw new Error(`This database was set up for ${mode?.value ?? 'no mode'}, not for demo; nothing was removed.`);
  await refuseRealAdaptations(client);
  const removal = await Removal.of(client);
  const people = await client.query<{ id: string }>(
    `select distinct m.person_id as id from membership m join institution i on i.id = m.institution_id where i.is_fictional
       and not exists (select from membership o join institution r on r.id = o.institution_id where o.person_id = m.person_id and not r.is_fictional)`);
  await removal.run('institution', 'institution.is_fictional');
  await removal.run('person', `person.id in (${people.rows.map(({ id }) => client.escapeLiteral(id)).join(', ') || 'null'})`);
  return removal.counts;
}

async function refuseRealAdaptations(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; slug: string }>(
    `select i.name, r.slug from resource r join institution i on i.id = r.institution_id join resource_version v on v.id = r.adapted_from_version_id
       join resource o on o.id = v.resource_id join institution f on f.id = o.institution_id where f.is_fictional and not i.is_fictional order by r.slug`);
  if (rows.length > 0) throw new Error(`Real institutions adapted demo work; nothing was removed: ${rows.map(({ name, slug }) => `${slug} of ${name}`).join(', ')}.`);
}
