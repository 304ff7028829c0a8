/** Moves of a resource that change no content: withdraw, archive, restore. */
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceAction, Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { emit, type EventType } from '../../platform/events/index.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { recordEvent } from './lifecycle-events.js';
import type { Outcome } from './resource.commands.js';
import { ResourceArchived, ResourceRestored } from './resource.events.js';
import { actionsFor, type AskedFacts, factsOf } from './resource.facts.js';

interface Move {
  readonly action: 'WITHDRAW' | 'ARCHIVE' | 'RESTORE';
  readonly from: string;
  readonly to: string;
  /** Why it cannot be done now, in words; asked only of those who could do it at another time. */
  readonly refusal: string;
  readonly statements: readonly string[];
  /** What others are told; nothing where nothing published changes. */
  readonly event: EventType<Record<string, never>> | null;
}

const MOVES: Readonly<Record<Move['action'], Move>> = {
  WITHDRAW: { action: 'WITHDRAW', from: 'IN_REVIEW', to: 'DRAFT', event: null, refusal: 'This is not being reviewed.', statements: [
    `update resource_draft set status = 'DRAFT', stage = null where resource_id = $1`,
    `update review_item set status = 'WITHDRAWN', decided_at = now() where resource_id = $1 and status = 'OPEN'`,
  ] },
  ARCHIVE: { action: 'ARCHIVE', from: 'PUBLISHED', to: 'ARCHIVED', event: ResourceArchived, refusal: 'Only what is published, and not being reviewed, can be archived.', statements: ['update resource set archived_at = now() where id = $1'] },
  RESTORE: { action: 'RESTORE', from: 'ARCHIVED', to: 'PUBLISHED', event: ResourceRestored, refusal: 'This is not archived.', statements: ['update resource set archived_at = null where id = $1'] },
};

@Injectable()
export class LifecycleCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  withdraw(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, MOVES.WITHDRAW);
  }

  archive(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, MOVES.ARCHIVE);
  }

  restore(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, MOVES.RESTORE);
  }

  private async move(viewer: Viewer, id: string, move: Move): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts)[move.action]) {
        if (couldAnswerFor(viewer, facts)) return { id: '', errors: [new NotPossibleError(move.refusal)] };
        throw forbidden('Only those who answer for this work at its institution may do this.');
      }
      await this.apply(transaction, resourceId, viewer.personId, move);
      if (move.event !== null) await emit(transaction, move.event, { aggregateId: resourceId, previousAudience: facts.visibility, newAudience: facts.visibility, payload: {} });
      return { id: resourceId, errors: [] };
    });
  }

  private async apply(transaction: Transaction, resourceId: string, personId: string, move: Move): Promise<void> {
    for (const statement of move.statements) await transaction.query(statement, [resourceId]);
    await recordEvent(transaction, { resourceId, personId, action: move.action, from: move.from, to: move.to, reason: null });
  }
}

const OF_THE_OWNER: readonly ResourceAction[] = ['EDIT', 'WITHDRAW', 'ARCHIVE', 'RESTORE', 'SET_VISIBILITY'];

function couldAnswerFor(viewer: Viewer, facts: AskedFacts): boolean {
  const can = actionsFor(viewer, facts);
  return OF_THE_OWNER.some((action) => can[action]);
}
