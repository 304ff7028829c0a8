/** Starts a draft from a document, as `createResource` starts an empty one. */
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceKind, Viewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { actsElsewhere, writer } from '../resources/resource.commands.js';
import { startWork } from '../resources/new-draft.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { type DocumentProblem, documentProblem } from './document-problem.js';
import { DocumentThreads } from './document-thread.js';
import { placedDocument } from './place-document.js';

export interface SentDocument { readonly kind: ResourceKind; readonly fileName: string; readonly bytes: Buffer }
export type DocumentOutcome = { readonly id: string; readonly problems: readonly [] } | { readonly id: null; readonly problems: readonly DocumentProblem[] };

const refused = (...problems: DocumentProblem[]): DocumentOutcome => ({ id: null, problems });

@Injectable()
export class DocumentCommands {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vocabulary) private readonly vocabulary: Vocabulary,
    @Inject(DocumentThreads) private readonly threads: DocumentThreads,
  ) {}

  /** @throws UNAUTHENTICATED or FORBIDDEN for whoever may write nothing, before anything is read. */
  admit(viewer: Viewer, actingInstitutionId: string | null): DocumentProblem | null {
    return actsElsewhere(writer(viewer), actingInstitutionId) ? documentProblem('OTHER_INSTITUTION') : null;
  }

  async start(viewer: Viewer, { kind, fileName, bytes }: SentDocument): Promise<DocumentOutcome> {
    const person = writer(viewer);
    const reading = await this.threads.read(fileName, bytes);
    if (!reading.ok) return refused(documentProblem(reading.code));
    await this.vocabulary.refresh();
    const placed = placedDocument(reading.document, kind, fileName, (scheme, id) => this.vocabulary.problem(scheme, id));
    if (!placed.ok) return refused(...placed.problems);
    const { content, report } = placed;
    const id = await this.database.transaction(viewer, (transaction) => startWork(transaction, person, { kind, content, audience: { visibility: 'MEMBERS', groupIds: [] }, importReport: report }));
    return { id: apiId('resource', id), problems: [] };
  }
}
