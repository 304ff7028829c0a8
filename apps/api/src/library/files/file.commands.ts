/** What happens to the files of a draft once they are there: somebody says what they show, or takes them out. */
import { Inject, Injectable } from '@nestjs/common';
import { FILE_LIMITS, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import { type Outcome, writer } from '../resources/resource.commands.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { draftToEdit } from './draft-to-edit.js';
import { StoredBytes } from './stored-bytes.js';
import type { DescribeFileInput, RemoveFileInput } from './file.type.js';

const LONGEST_REFERENCE = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

@Injectable()
export class FileCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Vocabulary) private readonly vocabulary: Vocabulary, @Inject(StoredBytes) private readonly bytes: StoredBytes) {}

  async describe(viewer: Viewer, input: DescribeFileInput): Promise<Outcome> {
    writer(viewer);
    await this.vocabulary.refresh();
    const problems = this.problemsOf(input);
    if (problems.length > 0) return { id: '', errors: problems };
    return this.change(viewer, input, async (transaction, draftId, fileId) => {
      const shown = input.showsPerson === true;
      const [done] = await transaction.query<{ id: string }>(
        `update draft_file set alt_text = $3, shows_person = $4, consent_reference = $5, consent_scopes = $6, consent_expires_on = $7 where draft_id = $1 and id = $2 returning id`,
        [draftId, fileId, trimmed(input.altText), input.showsPerson ?? null, shown ? trimmed(input.consentReference) : null, shown ? input.consentScopes : [], shown ? (input.consentExpiresOn ?? null) : null]);
      if (done === undefined) throw notFound();
      return null;
    });
  }

  /** A version that carries it goes on carrying it. */
  async remove(viewer: Viewer, input: RemoveFileInput): Promise<Outcome> {
    writer(viewer);
    const removed: string[] = [];
    const outcome = await this.change(viewer, input, async (transaction, draftId, fileId) => {
      const [standing] = await transaction.query<{ stands: boolean }>(`select position($2 in content::text) > 0 as stands from resource_draft where id = $1`, [draftId, `/files/${apiId('file', fileId)}/`]);
      if (standing?.stands === true) return new NotPossibleError('A text of the draft shows it. Take it out of the text first.');
      const [done] = await transaction.query<{ store_key: string }>('delete from draft_file where draft_id = $1 and id = $2 returning store_key', [draftId, fileId]);
      if (done === undefined) throw notFound();
      removed.push(done.store_key);
      return null;
    });
    await this.bytes.removeUnused(removed);
    return outcome;
  }

  private change(viewer: Viewer, input: { readonly id: string; readonly fileId: string }, work: (transaction: Transaction, draftId: string, fileId: string) => Promise<UserError | null>): Promise<Outcome> {
    const [resourceId, fileId] = [keyOf('resource', input.id), keyOf('file', input.fileId)];
    return this.database.transaction(viewer, async (transaction) => {
      const draft = await draftToEdit(transaction, viewer, resourceId);
      const error = draft.ok ? await work(transaction, draft.draftId, fileId) : draft.error;
      return error === null ? { id: resourceId, errors: [] } : { id: '', errors: [error] };
    });
  }

  private problemsOf({ altText, consentReference, consentScopes, consentExpiresOn }: DescribeFileInput): UserError[] {
    const scope = consentScopes.map((id) => this.vocabulary.problem('consent-scope', id)).find((problem) => problem !== null) ?? null;
    return [
      ...((altText ?? '').length > FILE_LIMITS.altText ? [new InvalidValueError(`At most ${FILE_LIMITS.altText} characters say what it shows.`, 'altText')] : []),
      ...((consentReference ?? '').length > LONGEST_REFERENCE ? [new InvalidValueError(`At most ${LONGEST_REFERENCE} characters: where the agreement is kept, not what it says.`, 'consentReference')] : []),
      ...(scope === null ? [] : [new InvalidValueError(scope, 'consentScopes')]),
      ...(typeof consentExpiresOn === 'string' && !DAY.test(consentExpiresOn) ? [new InvalidValueError('Write the day as 2027-01-31.', 'consentExpiresOn')] : []),
    ];
  }
}

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;
