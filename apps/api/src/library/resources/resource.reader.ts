/** Every SELECT of a resource. The viewer comes first, and visibility is part of every statement. */
import { Inject, Injectable } from '@nestjs/common';
import { resourceActionRules, type Viewer } from '@passalong/domain';
import { type GraphQLInterfaceType, type GraphQLResolveInfo, isInterfaceType } from 'graphql';
import { Database, type Transaction } from '../../platform/database/database.js';
import { compiledAnswer, descend, placeOf } from '../../platform/selection/index.js';
import { slugMatches } from './resource-slugs.js';
import { draftedFrom, publishedSource, visibleHere, workspaceSource } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

interface AnswerRow { answer: Record<string, unknown> }
export type ResourceKey = { slug: string } | { id: string };

@Injectable()
export class ResourceReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The resource, or null where it is absent or may not be seen. `path` leads from the operation's field to the selection. */
  async find(viewer: Viewer, key: ResourceKey, info: GraphQLResolveInfo, path: readonly string[] = []): Promise<Record<string, unknown> | null> {
    const published = await this.findIn(viewer, key, info, path, false);
    if (published !== null || viewer.kind !== 'PERSON') return published;
    return this.findIn(viewer, key, info, path, true);
  }

  private async findIn(viewer: Viewer, key: ResourceKey, info: GraphQLResolveInfo, path: readonly string[], isWorkspace: boolean): Promise<Record<string, unknown> | null> {
    const { sets } = descend(info, path);
    const source = isWorkspace ? workspaceSource('r') : publishedSource('r');
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, { type: interfaceType(info, 'Resource'), sets }, source.alias);
    const matches = 'slug' in key ? slugMatches('r', key.slug, statement) : `r.id = ${statement.param(key.id, 'uuid')}`;
    const text = `select ${answer} as answer from ${source.from} where ${matches} and ${visibleHere(viewer, source, statement, isWorkspace)}`;
    const rows = await this.database.readFor<AnswerRow>(viewer, text, statement.values, isGuarded || isWorkspace);
    return rows[0]?.answer ?? null;
  }

  /** The draft with this key, for those who may see it. */
  async findDraft(viewer: Viewer, key: string, info: GraphQLResolveInfo): Promise<object | null> {
    if (viewer.kind !== 'PERSON') return null;
    const { answer, statement } = compiledAnswer(info, viewer, placeOf(info, 'ResourceDraft'), 'r_d');
    const text = `select ${answer} as answer from ${draftedFrom('r')} where r_d.id = ${statement.param(key, 'uuid')} and ${ruleSql(resourceActionRules(viewer).SEE_DRAFT, 'r', statement, true)}`;
    const [row] = await this.database.readFor<AnswerRow>(viewer, text, statement.values, true);
    return row?.answer ?? null;
  }
}

/** The draft of a resource, locked, inside a transaction that already checked who asks. */
export async function readDraft(transaction: Transaction, resourceId: string): Promise<DraftRow | null> {
  const [row] = await transaction.query<DraftRow>('select d.*, r.kind, r.slug from resource_draft d join resource r on r.id = d.resource_id where d.resource_id = $1 for update of d', [resourceId]);
  return row ?? null;
}

export interface DraftRow {
  id: string; resource_id: string; institution_id: string; status: 'DRAFT' | 'IN_REVIEW'; stage: 'SIGN_OFF' | 'MODERATION' | null;
  visibility: 'PRIVATE' | 'INSTITUTION' | 'GROUP' | 'MEMBERS' | 'PUBLIC'; group_ids: string[]; content: Record<string, never>; revision: number; change_note: string | null; saved_by: string; is_anonymised: boolean; offered_by: string[];
  kind: 'PLAYBOOK' | 'CONTENT_TEMPLATE' | 'CASE_STUDY'; slug: string;
}

function interfaceType(info: GraphQLResolveInfo, name: string): GraphQLInterfaceType {
  const type = info.schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`${name} is no interface.`);
  return type;
}
