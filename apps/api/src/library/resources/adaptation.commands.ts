/** Adaptation: copies a published version into a new draft of the same kind and records the exact version it came from. */
import { Inject, Injectable } from '@nestjs/common';
import { adaptationLicences, adaptingProblem, audienceProblem, type Content, isLicenceId, type ResourceKind, templateOf, type Viewer, type Visibility, withExamples } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { forbidden, invalidInput, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { leaveOut } from '../files/left-out.js';
import { givenValues } from '../rendering/given-values.js';
import type { VariableValue } from '../rendering/rendering.type.js';
import { startWork } from './new-draft.js';
import type { Outcome } from './resource.commands.js';
import type { AdaptResourceInput } from './resource.inputs.js';
import { actionsFor, factsOf } from './resource.facts.js';

/** As the description of the content has it. */
const LONGEST_EXAMPLE = 2000;

interface Original { kind: ResourceKind; version_id: string; number: number; content: Content }

@Injectable()
export class AdaptationCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async adapt(viewer: Viewer, { id, values }: AdaptResourceInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const originalId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, originalId, viewer);
      if (!facts.isSeen) throw notFound();
      const [original] = await transaction.query<Original>('select r.kind, v.id as version_id, v.number, v.content from resource r join resource_version v on v.id = r.published_version_id where r.id = $1', [originalId]);
      if (original === undefined) return { id: '', errors: [new NotPossibleError('Only what is published can be adapted.')] };
      if (viewer.institutionStanding !== 'MEMBER') throw forbidden('Only people of member institutions adapt.');
      const problem = adaptingProblem(facts.licence);
      if (problem !== null) return { id: '', errors: [new NotPossibleError(problem)] };
      if (!actionsFor(viewer, facts).ADAPT) return { id: '', errors: [new NotPossibleError('This is no longer offered, so nobody may adapt it.')] };
      const adaptedFrom = { versionId: original.version_id, number: original.number, title: String(original.content['title'] ?? '') };
      const { content: shared, leftOutIds } = await leaveOut(transaction, original.kind, { versionId: original.version_id, content: original.content });
      const content = withValues(original.kind, adaptedContent(shared, facts.licence), values ?? []);
      const adaptedId = await startWork(transaction, viewer, { kind: original.kind, content, audience: { visibility: audienceFor(content), groupIds: [] }, adaptedFrom, leftOutIds });
      return { id: adaptedId, errors: [] };
    });
  }
}

/** For members, unless the licence keeps it in a smaller circle, which its author then names. */
function audienceFor({ licence }: Content): Visibility {
  return typeof licence === 'string' && audienceProblem(licence, 'MEMBERS') !== null ? 'INSTITUTION' : 'MEMBERS';
}

/** Everything but what belongs to the original alone: its credits, label and review date. The licence stays where it may. */
function adaptedContent(content: Content, licence: string | null): Content {
  const [safest = null] = licence !== null && isLicenceId(licence) ? adaptationLicences(licence) : [];
  const mayKeep = licence !== null && isLicenceId(licence) && adaptationLicences(licence).includes(licence);
  return { ...content, authors: [], label: null, reviewBy: null, licence: mayKeep ? licence : safest };
}

/** @throws DomainError that names what cannot be kept; never a value */
function withValues(kind: ResourceKind, content: Content, values: readonly VariableValue[]): Content {
  if (values.length === 0) return content;
  if (kind !== 'CONTENT_TEMPLATE') throw invalidInput('Only a content template has variables.', { path: ['values'] });
  const { variables } = templateOf(content);
  const given = givenValues(values, new Set(variables.map(({ name }) => name)), LONGEST_EXAMPLE);
  const secret = variables.find(({ name, isSensitive }) => isSensitive && name in given);
  if (secret !== undefined) throw invalidInput(`The value of ${secret.name} is sensitive, so it is kept nowhere.`, { path: ['values'] });
  return withExamples(content, given);
}
