/** The decision that a person goes out of published work, carried out everywhere in one transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { type Json, phrasePattern, phraseProblem, redactedFileNames, redactedJson, type RedactedThing, redactionMarker, type Rewritten, replacedText, type Replacing, type ResourceKind, type Viewer } from '@passalong/domain';
import { type ProseDocument, type ReplacedWords, replaceImages, replaceWords } from '@passalong/prose';
import { recordAudit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { keyOf, newKey } from '../../platform/ids/ids.js';
import type { Person } from '../resources/resource.commands.js';
import { stateOf, takeFrom } from '../resources/lifecycle-steps.js';
import { actionsFor, factsOf } from '../resources/resource.facts.js';
import { fileAt } from '../files/file-address.js';
import { StoredBytes } from '../files/stored-bytes.js';
import { lockedFamily } from './family.js';
import { redactFile } from './redact-files.js';
import { type Found, redactWork } from './redact-work.js';
import type { RedactInput } from './redaction.type.js';

const LONGEST_REASON = 600;

export interface Reach { readonly resources: number; readonly versions: number; readonly drafts: number; readonly places: number; readonly beyond: number }
export type Redacted = { readonly reach: Reach | null; readonly errors: readonly UserError[] };

@Injectable()
export class RedactionCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(StoredBytes) private readonly bytes: StoredBytes) {}

  /**
   * A moderator's decision reaches the whole family, an approver's what their institution owns of it. Told is what the viewer may know of: of other
   * institutions only what they have published, or a trial would read their drafts word by word. `today` is YYYY-MM-DD.
   */
  async redact(viewer: Viewer, input: RedactInput, today: string): Promise<Redacted> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const marker = redactionMarker(input.what, today);
    const [words, reason, isTrial] = [input.words.trim(), input.reason.trim(), input.isTrial === true];
    const problems = problemsOf(input.what, words, isTrial ? null : reason);
    if (problems.length > 0) return { reach: null, errors: problems };
    const resourceId = keyOf('resource', input.id);
    const fileId = input.what === 'ASSET' ? fileAt(words) : null;
    const replacing = input.what === 'ASSET' ? withoutPicture(words, fileId, marker) : withoutWords(words, marker);
    const unused: string[] = [];
    const redacted = await this.database.transaction('SYSTEM', async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts).REDACT) throw forbidden('Moderators redact published work, and so do approvers of the institution that owns it.');
      const family = await lockedFamily(transaction, resourceId);
      const works = await transaction.query<Work>('select id, kind, institution_id from resource where id = any ($1) order by id', [family]);
      const found = await foundIn(transaction, works, replacing, fileId);
      const mayDecide = ({ work }: FoundWork): boolean => viewer.isModerator || work.institution_id === facts.ownerInstitutionId;
      const theirs = found.filter(mayDecide);
      const reach = reachOf(await knownTo(transaction, viewer, found), mayDecide);
      if (isTrial) return { reach, errors: [] };
      if (theirs.length === 0) return { reach, errors: [new NotPossibleError('It was found nowhere, so nothing was changed and nothing is on the record.')] };
      const redactionId = newKey();
      await transaction.query('insert into redaction (id, resource_id, what, marker, reason, decided_by) values ($1, $2, $3, $4, $5, $6)', [redactionId, resourceId, input.what, marker, reason, viewer.personId]);
      for (const { work, found: { versions, drafts, places } } of theirs) {
        await redactWork(transaction, work, replacing, redactionId);
        if (fileId !== null) unused.push(...(await redactFile(transaction, work.id, fileId, redactionId)).keys);
        const { facts: own } = await factsOf(transaction, work.id, viewer);
        if (own.isPublished) await takeFrom(transaction, stateOf(own), 'REDACT', { audience: own.visibility }, { resourceId: work.id, personId: viewer.personId, reason });
        await recordAudit(transaction, { chain: work.institution_id, action: 'REDACT', subject: { type: 'RESOURCE', id: work.id }, details: { what: input.what, versions, drafts, places } });
      }
      return { reach, errors: [] };
    });
    await this.bytes.removeUnused(unused);
    return redacted;
  }
}

interface Work { readonly id: string; readonly kind: ResourceKind; readonly institution_id: string }
interface FoundWork { readonly work: Work; readonly found: Found }

/** Those that hold any of it. */
async function foundIn(transaction: Transaction, works: readonly Work[], replacing: Replacing, fileId: string | null): Promise<readonly FoundWork[]> {
  const all: FoundWork[] = [];
  for (const work of works) {
    const said = await redactWork(transaction, work, replacing, null);
    const kept = fileId === null ? { versions: 0, drafts: 0 } : await redactFile(transaction, work.id, fileId, null);
    all.push({ work, found: { versions: Math.max(said.versions, kept.versions), drafts: Math.max(said.drafts, kept.drafts), places: said.places + kept.versions + kept.drafts, published: said.published + kept.versions } });
  }
  return all.filter(({ found }) => found.places > 0);
}

/** All of their own institution's work; of others what is published where they read it, and nothing where only a draft holds it. */
async function knownTo(transaction: Transaction, viewer: Person, works: readonly FoundWork[]): Promise<readonly FoundWork[]> {
  const known: FoundWork[] = [];
  for (const { work, found } of works) {
    if (work.institution_id === viewer.institutionId) known.push({ work, found });
    else if (found.versions > 0 && (await factsOf(transaction, work.id, viewer)).facts.isSeen) known.push({ work, found: { ...found, drafts: 0, places: found.published } });
  }
  return known;
}

function reachOf(known: readonly FoundWork[], mayDecide: (work: FoundWork) => boolean): Reach {
  const works = known.filter(mayDecide);
  const sum = (of: keyof Found): number => works.reduce((total, { found }) => total + found[of], 0);
  return { resources: works.length, versions: sum('versions'), drafts: sum('drafts'), places: sum('places'), beyond: known.length - works.length };
}

/** `reason` is null where only a trial is asked for. */
function problemsOf(what: RedactedThing, words: string, reason: string | null): readonly UserError[] {
  const problem = phraseProblem(words);
  if (problem !== null) return [new InvalidValueError(problem, 'input.words')];
  if (reason === null) return [];
  if (reason === '' || reason.length > LONGEST_REASON) return [new InvalidValueError(`Say why, in at most ${LONGEST_REASON} characters.`, 'input.reason')];
  return what !== 'ASSET' && phrasePattern(words).test(reason) ? [new InvalidValueError('Say why without the words themselves: everybody reads the reason.', 'input.reason')] : [];
}

const counted = ({ document, count }: ReplacedWords): Rewritten<Json> => ({ value: document as unknown as Json, count });

/** A picture kept here is the same one at whatever address has its id. */
function withoutPicture(address: string, fileId: string | null, marker: string): Replacing {
  const isMeant = (src: string): boolean => (fileId === null ? src === address : fileAt(src) === fileId);
  return { text: (value) => ({ value, count: 0 }), prose: (document) => counted(replaceImages(document as unknown as ProseDocument, ({ src }) => (isMeant(src) ? marker : null))) };
}

/** Names of files first: a marker within an address would lead to nothing. */
function withoutWords(words: string, marker: string): Replacing {
  const pattern = phrasePattern(words);
  const named = (text: string): Rewritten<string> => redactedFileNames(text, words);
  const inText = (text: string): Rewritten<string> => both(named(text), (value) => replacedText(value, pattern, marker));
  const inProse = (document: Json): Rewritten<Json> => both(redactedJson(document, { text: named, prose: inProse }), (value) => counted(replaceWords(value as unknown as ProseDocument, pattern, marker)));
  return { text: inText, prose: inProse };
}

function both<Value>(first: Rewritten<Value>, next: (value: Value) => Rewritten<Value>): Rewritten<Value> {
  const second = next(first.value);
  return { value: second.value, count: first.count + second.count };
}
