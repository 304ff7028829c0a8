/** What happened in the demo commons since its records were published: later versions, adaptations, and work in every state. */
import type { Database } from '../../platform/database/database.js';
import { keyFor } from './keys.js';
import { DEMO_ADAPTATIONS, DEMO_NOTES, DEMO_REVISIONS, type DemoNote } from './notes.js';
import { DemoStage } from './stage.js';

const INVENTED = 'Written as demonstration content; the institution and the people are fictional.';
const keyOfRecord = (recordId: string): string => keyFor(`record ${recordId}`);

/** How many scenes were played now that had not been before. */
export async function playDemoHistory(database: Database): Promise<number> {
  const stage = new DemoStage(database);
  let played = 0;
  for (const revision of DEMO_REVISIONS) played += await playRevision(stage, revision);
  for (const adaptation of DEMO_ADAPTATIONS) played += await playAdaptation(stage, adaptation);
  for (const note of DEMO_NOTES) played += await playNote(stage, note);
  return played;
}

async function playRevision(stage: DemoStage, { recordId, versions, opensAnother }: (typeof DEMO_REVISIONS)[number]): Promise<number> {
  const id = keyOfRecord(recordId);
  let played = 0;
  for (let work = await stage.work(id); work.versions <= versions.length && !work.hasDraft; work = await stage.work(id)) {
    const author = stage.authorOf(work);
    const next = versions[work.versions - 1];
    await stage.save(author, id, { ...next?.changes?.(work.content), label: nextLabel(String(work.content['label'] ?? '1.0.0')) }, null, next?.note ?? null);
    await release(stage, id);
    played += 1;
  }
  const work = await stage.work(id);
  if (!opensAnother || work.hasDraft || work.versions !== versions.length + 1) return played;
  await stage.save(stage.authorOf(work), id, { label: nextLabel(String(work.content['label'] ?? '1.0.0')) }, null, 'Not finished yet.');
  return played + 1;
}

async function playAdaptation(stage: DemoStage, { key, recordId, at, author: subject, title, note, ends }: (typeof DEMO_ADAPTATIONS)[number]): Promise<number> {
  const author = stage.person(at, subject);
  const id = await stage.once(key, author.institutionId, () => stage.adapt(author, keyOfRecord(recordId)));
  if (id === null) return 0;
  await stage.save(author, id, { title, illustrativeNote: INVENTED, authors: [{ name: 'Careers team', role: 'role:author' }] }, null, note);
  if (ends === 'PUBLISHED') await release(stage, id);
  return 1;
}

async function playNote(stage: DemoStage, note: DemoNote): Promise<number> {
  const author = stage.person(note.at, note.author);
  const id = await stage.once(note.key, author.institutionId, () => stage.create(author, note.title, note.summary));
  if (id === null) return 0;
  await stage.save(author, id, contentOf(note), note.visibility, null);
  if (note.ends !== 'DRAFT') await finish(stage, id, note);
  return 1;
}

async function finish(stage: DemoStage, id: string, { at, author: subject, ends, reason, visibility }: DemoNote): Promise<void> {
  const author = stage.person(at, subject);
  await stage.submit(author, id);
  if (ends === 'SIGN_OFF') return;
  await stage.decide(id, 'SIGN_OFF', ends !== 'RETURNED_BY_APPROVER', reason);
  if (ends === 'RETURNED_BY_MODERATOR') await stage.decide(id, 'MODERATION', false, reason);
  if ((ends === 'PUBLISHED' || ends === 'ARCHIVED') && visibility !== 'INSTITUTION') await stage.decide(id, 'MODERATION', true);
  if (ends === 'ARCHIVED') await stage.archive(author, id);
}

/** The way of any release: the owner's approver, then a moderator of another institution. */
async function release(stage: DemoStage, id: string): Promise<void> {
  await stage.submit(stage.authorOf(await stage.work(id)), id);
  await stage.decide(id, 'SIGN_OFF', true);
  await stage.decide(id, 'MODERATION', true);
}

function contentOf({ audience, problem, steps, whatDidNotWork }: DemoNote): Record<string, unknown> {
  return {
    illustrativeNote: INVENTED, audiences: [audience], problem: { markdown: problem }, whatDidNotWork: whatDidNotWork === '' ? null : { markdown: whatDidNotWork },
    ...FULL_ANSWERS, steps: steps.map(([title, instruction], index) => ({ order: index + 1, title, instruction: { markdown: instruction }, ownerRole: 'role:careers-consultant' })),
  };
}

/** What a release to the public asks beyond a practice note. */
const FULL_ANSWERS = {
  authors: [{ name: 'Careers team', role: 'role:author' }], purposes: ['purpose:inform'], topics: ['topic:interview'], careerStages: ['career-stage:final-year'], interventions: ['intervention:iag'], evidenceLevel: 'evidence-level:type-0',
  runCount: 1, timeline: 'P4W', earliestStartSeason: 'season:all-year', latestStartSeason: 'season:all-year', context: { budgetBand: 'none' },
  roles: [{ role: 'role:careers-consultant', people: 1, hoursPerWeek: 2, paid: true, skills: [] }], resources: { staffHours: 8, note: 'Counted once.' },
  measures: [{ metric: 'metric:staff-hours', target: 'within 8', collection: 'weekly timesheet', reviewPoint: 'week 4' }], risks: [{ risk: 'Nobody comes', likelihood: 2, severity: 2, mitigation: 'Go where they are.' }],
};

/** The author's next label: 1.2.0 becomes 1.3.0. */
function nextLabel(label: string): string {
  const [major = '1', minor = '0'] = label.split('.');
  return `${major}.${Number(minor) + 1}.0`;
}
