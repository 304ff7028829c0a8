/** `demo load`: six fictional institutions, their people, their identity providers and their work. A second run changes only what the copy changed. */
import type { Command, Env } from '../command.js';
import { refuseOutsideDemo, withDatabase } from '../settings.js';
import { playDemoHistory } from './history.js';
import { loadDemoInstitutions } from './institutions.js';
import { loadDemoRecords } from './records.js';
import { DEMO_INSTITUTIONS } from './people.js';
import { loadDemoRuns } from './runs.js';

export const demoLoadCommand: Command = {
  name: 'demo load', takes: '', summary: 'Load the demo commons: fictional institutions, their people and their work.',
  run: ({ env }) => loadDemo(env),
};

export async function loadDemo(env: Env): Promise<string> {
  return withDatabase(env, async (database, config) => {
    refuseOutsideDemo(config);
    await loadDemoInstitutions(database, config);
    const published = await loadDemoRecords(database);
    const runs = await loadDemoRuns(database);
    const scenes = await playDemoHistory(database);
    return `${DEMO_INSTITUTIONS.length} fictional institutions and ${DEMO_INSTITUTIONS.reduce((sum, { people }) => sum + people.length, 0)} people are there; ${published} records were published, ${runs} runs recorded and ${scenes} scenes played now.`;
  });
}
