/** Short pieces of work in every state, so that no screen of the demo commons is empty. All of it is made up. */
import type { Content, Visibility } from '@passalong/domain';

export interface DemoNote {
  /** Under which a second run finds it again. */
  readonly key: string;
  readonly at: string;
  readonly author: string;
  readonly title: string;
  readonly summary: string;
  readonly problem: string;
  readonly steps: readonly (readonly [title: string, instruction: string])[];
  readonly whatDidNotWork: string;
  readonly audience: string;
  readonly visibility: Visibility;
  readonly ends: 'DRAFT' | 'SIGN_OFF' | 'MODERATION' | 'RETURNED_BY_APPROVER' | 'RETURNED_BY_MODERATOR' | 'PUBLISHED' | 'ARCHIVED';
  /** Why it went back. */
  readonly reason?: string;
}

export const DEMO_NOTES: readonly DemoNote[] = [
  { key: 'placement-checklist', at: 'calderfold', author: 'amina', ends: 'DRAFT', visibility: 'MEMBERS', audience: 'audience:commuter',
    title: 'A one-page checklist for placement interviews', summary: 'For students who prepare on the bus and have ten minutes.',
    problem: 'Students open our long guide once and never again.', steps: [['Cut the guide to one page', 'Keep what is done on the day itself.']], whatDidNotWork: '' },
  { key: 'mock-panels', at: 'kestrel-ridge', author: 'dana', ends: 'DRAFT', visibility: 'MEMBERS', audience: 'audience:first-in-family',
    title: 'Mock hiring panels with alumni in the evening', summary: 'For students who work during the day.',
    problem: 'Daytime panels reach those who need them least.', steps: [['Ask eight alumni for one evening', 'Two hours, online, cameras optional.']], whatDidNotWork: 'A panel of five was frightening; three is enough.' },
  { key: 'fair-follow-up', at: 'calderfold', author: 'amina', ends: 'SIGN_OFF', visibility: 'MEMBERS', audience: 'audience:commuter',
    title: 'Three messages after a careers fair', summary: 'For students who took a bag of leaflets and did nothing with it.',
    problem: 'Four in five visitors of the fair never write to anyone they met.', steps: [['Send the first message the same evening', 'One question: whom did you speak to?'], ['Send an example on day three', 'A message that a student really sent, with their leave.'], ['Ask on day ten', 'Did anyone answer?']],
    whatDidNotWork: 'A template letter. Employers recognised it.' },
  { key: 'studio-hours', at: 'saltmarsh', author: 'ines', ends: 'SIGN_OFF', visibility: 'INSTITUTION', audience: 'audience:low-income',
    title: 'Careers hours in the print studio', summary: 'For makers who do not think of themselves as job seekers.',
    problem: 'Nobody from the studios came to the office in a whole term.', steps: [['Sit in the studio on Thursdays', 'Bring your own work; talk when asked.']], whatDidNotWork: 'A poster on the door. It was printed over.' },
  { key: 'salary-cards', at: 'northmoor', author: 'nia', ends: 'MODERATION', visibility: 'MEMBERS', audience: 'audience:first-in-family',
    title: 'Cards that explain a first pay slip', summary: 'For students who never saw one at home.',
    problem: 'Students sign contracts without knowing what is left at the end of the month.', steps: [['Print one card for each line', 'Gross, tax, pension, net: one sentence each.'], ['Sort them in pairs', 'Ten minutes in any seminar.']],
    whatDidNotWork: 'A spreadsheet. It was correct, and nobody opened it.' },
  { key: 'quiet-room', at: 'kestrel-ridge', author: 'dana', ends: 'MODERATION', visibility: 'PUBLIC', audience: 'audience:commuter',
    title: 'A quiet hour at the start of every employer event', summary: 'For students whom crowds keep away.',
    problem: 'Students with sensory needs told us that they leave within five minutes.', steps: [['Open an hour earlier for those who ask', 'No music, half the stands, staff who know the plan.']], whatDidNotWork: 'Asking for proof. We stopped.' },
  { key: 'speed-cv', at: 'calderfold', author: 'amina', ends: 'RETURNED_BY_APPROVER', visibility: 'MEMBERS', audience: 'audience:commuter',
    reason: 'Say how many students came, or say that you did not count. And please name the room hire: it was not free.',
    title: 'CV checks between two lectures', summary: 'For students with a gap of twenty minutes.',
    problem: 'Appointments of an hour do not fit a commuter timetable.', steps: [['Stand outside the lecture hall', 'One question each, five minutes at most.']], whatDidNotWork: 'Booking in advance: half did not come.' },
  { key: 'parents-evening', at: 'banksia-coast', author: 'mei', ends: 'RETURNED_BY_MODERATOR', visibility: 'MEMBERS', audience: 'audience:first-in-family',
    reason: 'The second step shows the name of a student. Take it out, and this can go on.',
    title: 'An evening for parents of first-year students', summary: 'For families who want to help and do not know how.',
    problem: 'Parents advise what worked for them, twenty years ago.', steps: [['Invite families, not applicants', 'Food first, slides last.'], ['Let a student tell their way', 'Ten minutes, then questions.']], whatDidNotWork: 'A lecture on the labour market.' },
  { key: 'rota', at: 'northmoor', author: 'nia', ends: 'PUBLISHED', visibility: 'INSTITUTION', audience: 'audience:commuter',
    title: 'How our own team shares the comment rota', summary: 'For colleagues here who answer comments in the evening.',
    problem: 'Two people answered everything and were tired by November.', steps: [['Divide the week in seven evenings', 'Swap freely, tell the list.']], whatDidNotWork: 'A shared inbox without names.' },
  { key: 'fax-campaign', at: 'aberwen', author: 'carys', ends: 'ARCHIVED', visibility: 'INSTITUTION', audience: 'audience:commuter',
    title: 'A text message series for the old booking system', summary: 'For students of the years in which bookings went by text.',
    problem: 'The old system sent no reminder of its own.', steps: [['Send a text two days before', 'The day, the place, one number to call.']], whatDidNotWork: 'A second reminder on the day: many asked us to stop.' },
];

interface DemoVersion {
  readonly note: string;
  /** The answers that differ from the version before; its label always does. */
  readonly changes?: (content: Content) => Readonly<Record<string, unknown>>;
}

/** Records that were revised since: what changed in each later version, and whether the next is being written. */
export const DEMO_REVISIONS: readonly { readonly recordId: string; readonly versions: readonly DemoVersion[]; readonly opensAnother: boolean }[] = [
  { recordId: 'pb-needs-discovery-sprint', opensAnother: false, versions: [
    { note: 'Clearer about who is asked, and the diary begins before the groups, after two runs elsewhere.', changes: (content) => ({
      steps: inOrder(stepsWith(content, 4, { doneWhen: 'At least 300 responses, a third of them from students with no service contact, or the whole frame reminded twice.' }), [1, 2, 3, 4, 6, 5, 7, 8]),
    }) },
    { note: 'One question fewer; nobody used its answers.', changes: (content) => ({ steps: stepsWith(content, 3, { title: 'Pilot the shorter survey with ten students', doneWhen: 'Median time under six minutes; two confusing items fixed.' }) }) },
  ] },
  { recordId: 'pb-registration-nudge-series', versions: [{ note: 'The third message is optional now.' }], opensAnother: true },
  { recordId: 'tpl-deadline-reminder', versions: [{ note: 'Shorter, so that it fits the smallest channel.' }], opensAnother: false },
];

function stepsWith({ steps }: Content, order: number, changes: Content): readonly Content[] {
  return (steps as readonly Content[]).map((step) => (step['order'] === order ? { ...step, ...changes } : step));
}

/** The same steps in this order of their numbers, counted anew. Only steps that do not wait for one another change places. */
function inOrder(steps: readonly Content[], orders: readonly number[]): readonly Content[] {
  return steps.toSorted((a, b) => orders.indexOf(Number(a['order'])) - orders.indexOf(Number(b['order']))).map((step, at) => ({ ...step, order: at + 1 }));
}

/** Work of one institution that another adapts. */
export const DEMO_ADAPTATIONS: readonly { readonly key: string; readonly recordId: string; readonly at: string; readonly author: string; readonly title: string; readonly note: string; readonly ends: 'DRAFT' | 'PUBLISHED' }[] = [
  { key: 'drop-ins-by-the-lake', recordId: 'pb-commuter-micro-drop-ins', at: 'kestrel-ridge', author: 'dana', title: 'Micro drop-ins at the park-and-ride', note: 'By car, not by bus, and in the afternoon.', ends: 'PUBLISHED' },
  { key: 'myths-in-welsh', recordId: 'tpl-myth-buster-reel', at: 'aberwen', author: 'carys', title: 'Myth-buster reel in two languages', note: 'Every caption in Welsh first.', ends: 'DRAFT' },
  { key: 'sprint-down-under', recordId: 'pb-first-job-employer-sprint', at: 'banksia-coast', author: 'mei', title: 'First job employer sprint for a northern summer', note: 'The seasons are turned round.', ends: 'DRAFT' },
];
