/**
 * What a content lacks before it may go to review, by the same list for the server and the form.
 *
 * A practice note (Type 0) for members needs seven answers at most, whatever its kind. Title, who it helps and licence are the same
 * field everywhere, and the audience is always answered; the other three stand where the kind has them:
 *
 *     | answer            | playbook       | content template | case study     |
 *     | the need          | problem        | body             | body           |
 *     | what you did      | steps          | variants         | intervention   |
 *     | what did not work | whatDidNotWork | doNot            | whatDidNotWork |
 *
 * The full list bites for the public, and for a claim of Type 1 and above; the theory of change for such a claim alone. Where people
 * or footage appear, safeguards and consent are asked of everybody: `safeguards` with its consent plan in a playbook, the brief and
 * the consent to ask for in a template, `consent` with its scopes in a case study.
 */
import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from './content.js';
import type { Field, Need } from './field.js';
import { itemsIn, textsIn } from './parts.js';

/** One thing a draft lacks before it may go to review. */
export interface MissingAnswer {
  /** The field, by its content key. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
}

export interface Release {
  /** Who is meant to read it. */
  readonly audience: 'PRIVATE' | 'INSTITUTION' | 'GROUP' | 'MEMBERS' | 'PUBLIC';
  /** It follows a published version, so whoever read or adapted that one wants to know what changed. */
  readonly isRevision: boolean;
  readonly changeNote: string | null;
}

/** The one answer that is no part of the content; its path is a field of the draft. */
export const CHANGE_NOTE: MissingAnswer = { path: 'changeNote', label: 'What changed', help: 'One line for the history. Whoever read or adapted the version before it wants to know.' };

/**
 * What the content lacks before review, in the order of its description, and after it what a new version lacks.
 * @param isBlankProse tells whether a rich text holds no words; prose is opaque here.
 */
export function missingAnswers(kind: ResourceKind, content: Content, release: Release, isBlankProse: (value: Json) => boolean): readonly MissingAnswer[] {
  const isClaim = claimsMoreThanPractice(content);
  const needs = new Set<Need>(['NOTE']);
  if (release.audience === 'PUBLIC' || isClaim) needs.add('FULL');
  if (peopleAppear(content)) needs.add('PEOPLE');
  return Object.entries(CONTENT_FIELDS[kind])
    .filter(([name, field]) => needs.has(field.need) && (name !== 'theoryOfChange' || isClaim) && isUnanswered(field, content[name] ?? null, isBlankProse))
    .map(([path, { label, help }]) => ({ path, label, help }))
    .concat(release.isRevision && (release.changeNote ?? '').trim() === '' ? [CHANGE_NOTE] : []);
}

function claimsMoreThanPractice(content: Content): boolean {
  const level = content['evidenceLevel'];
  return typeof level === 'string' && level !== 'evidence-level:type-0';
}

const FILMS_PEOPLE = new Set(['intervention:peer-content', 'intervention:ambassador', 'intervention:takeover', 'intervention:live-qa', 'intervention:role-models', 'intervention:co-creation']);
const ON_CAMERA = new Set(['role:student-creator', 'role:performer', 'role:photographer']);

/** Whether people or their footage appear, judged by what the content says of itself; a direct quote is somebody appearing too. */
export function peopleAppear(content: Content): boolean {
  return textsIn(content['interventions']).some((id) => FILMS_PEOPLE.has(id))
    || itemsIn(content['roles']).some((role) => typeof role['role'] === 'string' && ON_CAMERA.has(role['role']))
    || textsIn(content['consentRequired']).length > 0
    || itemsIn(content['variants']).some((variant) => typeof variant['durationSeconds'] === 'number')
    || itemsIn(content['qualitative']).some((finding) => finding['quoted'] === true)
    || (content['creatorBrief'] ?? null) !== null;
}

/** A part of an object is needed where its description says so; where none is, any one part is an answer. */
function isUnanswered(field: Field, value: Json, isBlankProse: (value: Json) => boolean): boolean {
  if (field.type === 'prose') return value === null || isBlankProse(value);
  if (field.type === 'text') return typeof value !== 'string' || [...value.trim()].length < (field.min ?? 1);
  if (Array.isArray(value)) return value.length === 0;
  if (field.type !== 'object') return value === null;
  const parts = Object.entries(field.fields).map(([name, part]) => ({ isNeeded: part.need !== 'OPTIONAL', isOpen: isUnanswered(part, (value as Content | null)?.[name] ?? null, isBlankProse) }));
  return parts.every(({ isOpen }) => isOpen) || parts.some(({ isNeeded, isOpen }) => isNeeded && isOpen);
}
