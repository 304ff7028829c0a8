/** What the fictional institutions tried. They agree with the case studies where there is one. */
import { type PastRun, recordRun } from '../../evidence/index.js';
import type { Database } from '../../platform/database/database.js';
import { keyFor } from './keys.js';
import { DEMO_INSTITUTIONS } from './people.js';

type Verdict = NonNullable<PastRun['ended']>['verdict'];
interface DemoRun { readonly record: string; readonly at: string; readonly startedOn: string; readonly ended: PastRun['ended'] }

const ended = (record: string, at: string, startedOn: string, on: string, verdict: Verdict, note: string): DemoRun => ({ record, at, startedOn, ended: { on, verdict, wouldRepeat: verdict !== 'NO_EFFECT', note } });
const running = (record: string, at: string, startedOn: string): DemoRun => ({ record, at, startedOn, ended: null });

const RUNS: readonly DemoRun[] = [
  ended('pb-peer-led-short-video', 'northmoor', '2026-02-09', '2026-05-08', 'WORKED', 'First contact rose, most of all in the two lowest quintiles.'),
  ended('pb-peer-led-short-video', 'kestrel-ridge', '2026-02-16', '2026-05-11', 'MIXED', 'Views rose; appointments did not.'),
  ended('pb-peer-led-short-video', 'banksia-coast', '2026-07-20', '2026-10-12', 'MIXED', 'It reached many, and regional students no better than before.'),
  running('pb-peer-led-short-video', 'saltmarsh', '2026-10-05'),
  ended('pb-registration-nudge-series', 'northmoor', '2026-09-07', '2026-10-30', 'NO_EFFECT', 'Both groups came as often.'),
  ended('pb-registration-nudge-series', 'calderfold', '2026-09-07', '2026-11-06', 'WORKED', 'More students registered in week one than in all of last autumn.'),
  ended('pb-first-job-employer-sprint', 'banksia-coast', '2026-09-14', '2026-11-13', 'MIXED', 'Employers came; fewer students than hoped did.'),
  ended('pb-first-job-employer-sprint', 'aberwen', '2026-09-21', '2026-11-20', 'WORKED', 'We ran it in two languages.'),
  ended('pb-needs-discovery-sprint', 'northmoor', '2026-04-13', '2026-06-05', 'WORKED', 'It stopped one channel that nobody used.'),
  ended('pb-needs-discovery-sprint', 'saltmarsh', '2026-04-20', '2026-06-12', 'WORKED', 'Twelve interviews were enough for us.'),
  ended('pb-needs-discovery-sprint', 'kestrel-ridge', '2026-08-24', '2026-10-16', 'MIXED', 'Good interviews, a survey with too few answers.'),
  running('pb-needs-discovery-sprint', 'aberwen', '2026-11-02'),
  ended('pb-commuter-micro-drop-ins', 'kestrel-ridge', '2026-10-12', '2026-11-20', 'WORKED', 'The shuttle stop is the place.'),
  running('pb-commuter-micro-drop-ins', 'northmoor', '2026-11-09'),
  ended('tpl-top-five-carousel', 'aberwen', '2026-02-23', '2026-04-17', 'NO_EFFECT', 'Saves stayed where they were.'),
  ended('tpl-top-five-carousel', 'calderfold', '2026-03-02', '2026-05-01', 'WORKED', 'The most saved piece of the spring.'),
  ended('tpl-deadline-reminder', 'kestrel-ridge', '2026-09-28', '2026-11-02', 'WORKED', 'Short, and it worked by email too.'),
  ended('tpl-deadline-reminder', 'northmoor', '2026-10-05', '2026-11-16', 'WORKED', 'Two reminders are enough.'),
  running('tpl-alumni-voice-notes', 'aberwen', '2026-11-16'),
];

/** How many runs are on the record now that were not there before. */
export async function loadDemoRuns(database: Database): Promise<number> {
  return database.transaction('SYSTEM', async (transaction) => {
    let made = 0;
    for (const { record, at, startedOn, ended: end } of RUNS) {
      const person = DEMO_INSTITUTIONS.find(({ slug }) => slug === at)?.people.find(({ roles }) => roles.includes('PRACTITIONER'));
      if (person === undefined) throw new Error(`There is no ${at} in the demo commons.`);
      const run = { id: keyFor(`run ${record} ${at}`), resourceId: keyFor(`record ${record}`), institutionId: keyFor(at), startedBy: keyFor(`${at} ${person.subject}`), startedOn, ended: end };
      if (await recordRun(transaction, run)) made += 1;
    }
    return made;
  });
}
