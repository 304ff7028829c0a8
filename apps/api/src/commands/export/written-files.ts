/** Web pages, Word files and PDFs as the server itself writes them for download; one work after the other. */
import type { PersonViewer } from '@passalong/domain';
import { pino } from 'pino';
import { type DownloadFormat, Downloads } from '../../library/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { PAID } from '../../platform/rate-limits/allowance.js';
import { createApp, executorOf } from '../../serve.js';
import type { Env } from '../command.js';
import { settingsOf } from '../settings.js';
import type { Plan, PlannedWork } from './plan.js';

/** Nobody has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** @throws where a file cannot be written, with the work that it is of */
export async function* writtenFiles(env: Env, { works }: Plan, format: DownloadFormat): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const config = settingsOf(env);
  const app = await createApp({ ...config, files: { folder: null, s3: null } }, pino({ level: 'silent' }));
  try {
    const downloads = new Downloads(config.publicUrl);
    const execute = executorOf(app);
    for (const work of works) {
      const context = contextFor(work);
      const outcome = await downloads.file({ slug: work.slug, number: null }, format, (query, variables) => execute(context, query, variables));
      if (!outcome.ok) throw new Error(`${work.slug} could not be written; what came before it is there.`);
      yield { name: `${work.name}.${format}`, bytes: outcome.file.bytes };
    }
  } finally {
    await app.close();
  }
}

/** The operator is given what an approver of the owner reads: everything that is published there. */
function contextFor({ institutionId }: PlannedWork): RequestContext {
  const viewer: PersonViewer = { kind: 'PERSON', personId: NOBODY, sessionId: NOBODY, institutionId, institutionStanding: 'MEMBER', roles: ['APPROVER'], memberOf: [institutionId], groupIds: [], isModerator: false, reviewsEvidence: false, isPlatformAdministrator: false };
  return { viewer, setUpToken: null, renewSession: () => undefined, requestId: 'export', isInAddress: false, allowance: PAID };
}
