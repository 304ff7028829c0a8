/** Operations that several specs run. */
export const CREATE = `mutation Create($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug state draft { id revision } } errors { code message path } } }`;
export const SAVE = `mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { resource { id slug title state draft { revision missing { path } } } errors { __typename code message path ... on StaleDraftError { current { revision } } } } }`;
export const SUBMIT = `mutation Submit($input: SubmitForReviewInput!) { submitForReview(input: $input) { resource { id state draft { status stage } } errors { code message ... on IncompleteDraftError { missing { path label } } } } }`;
export const DECIDE = `mutation Decide($input: DecideReviewInput!) { decideReview(input: $input) { resource { id state visibility version { number } } errors { code message path } } }`;
export const READ = `query Read($slug: String!) { resource(slug: $slug) { __typename id slug title summary state visibility attribution attributedTo { name } terms { id label } licence { id } version { number } draft { revision } viewerCan { edit adapt }
  ... on Playbook { content { problem { markdown html plain } steps { id order title instruction { plain } ownerRole { label } dependsOn } audiences { id label } } } } }`;

/** The content of a practice note: short, but whole. */
export const NOTE = {
  title: 'Micro drop-ins at the bus stop', summary: 'For commuter students who never reach the careers office.', language: 'en-GB', licence: 'licence:cc-by-4.0',
  problem: { markdown: 'Commuters leave **before** we open.' },
  audiences: ['audience:commuter'],
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes, twice a week.' }, ownerRole: 'role:careers-consultant' }],
  whatDidNotWork: { markdown: 'A table with leaflets: nobody stopped.' },
};

/** A practice note with everything that the public is owed. */
export const FULL_NOTE = {
  ...NOTE,
  authors: [{ name: 'Careers team', role: 'role:careers-consultant' }], context: { teamFteForSocial: 0.2 }, purposes: ['purpose:guide'], topics: ['topic:service-how-to'], careerStages: ['career-stage:first-year'],
  interventions: ['intervention:iag'], evidenceLevel: 'evidence-level:type-0', runCount: 1, timeline: 'P6W', earliestStartSeason: 'season:welcome', latestStartSeason: 'season:exam',
  roles: [{ role: 'role:careers-consultant', people: 1, hoursPerWeek: 1, paid: true, skills: ['listening'] }], resources: { staffHours: 6, directCost: { amount: '0.00', currency: 'GBP' } },
  measures: [{ metric: 'metric:first-time-users', target: 'baseline first' }], risks: [{ risk: 'Rain', likelihood: 4, severity: 1, mitigation: 'Umbrella' }],
};
