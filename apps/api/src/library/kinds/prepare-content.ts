/** Turns what a client sent into content: rich text into documents, API ids into keys, and a stable id for every identified item. */
import { type Content, CONTENT_FIELDS, type ContentProblem, contentProblems, type Field, type Fields, type Item, type Json, missingAnswers, type MissingAnswer, type Release, type ResourceKind, wholeContent } from '@passalong/domain';
import { fromMarkdown, isBlank, type ProseDocument, validateDocument } from '@passalong/prose';
import { readApiId, shortId } from '../../platform/ids/ids.js';

export type TermProblem = (scheme: string, id: string) => string | null;
export type Prepared = { ok: true; content: Content } | { ok: false; problems: readonly ContentProblem[] };

/** Content ready to store, or every problem with its path. */
export function prepareContent(kind: ResourceKind, input: Readonly<Record<string, unknown>>, termProblem: TermProblem): Prepared {
  const content = wholeContent(CONTENT_FIELDS[kind], preparedFields(CONTENT_FIELDS[kind], input));
  const problems = contentProblems(kind, content, { term: termProblem, prose: proseProblem });
  return problems.length === 0 ? { ok: true, content } : { ok: false, problems };
}

/** What a draft lacks before it may go to review. */
export function missingOf(kind: ResourceKind, content: Content, release: Release): readonly MissingAnswer[] {
  return missingAnswers(kind, content, release, (value) => isBlank(value as unknown as ProseDocument));
}

/** Every term under which the content is found, in order, each once. */
export function classesOf(content: Content): readonly string[] {
  const keys = ['purposes', 'topics', 'careerStages', 'audiences', 'equityLenses', 'channels', 'interventions', 'season', 'evidenceLevel', 'resultDirection', 'formatFamily'];
  const ids = keys.flatMap((key) => content[key] ?? []).filter((id): id is string => typeof id === 'string');
  return [...new Set(ids)];
}

function preparedFields(fields: Fields, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, prepared(field, input[name])]));
}

function prepared(field: Field | Item, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  switch (field.type) {
    case 'prose': return preparedProse(value as { markdown?: string; document?: unknown });
    case 'object': return preparedFields(field.fields, value as Record<string, unknown>);
    case 'link': return readApiId(String(value))?.key ?? String(value);
    // What is too long is refused as it is; reading ten thousand rich texts first would take longer than anybody waits.
    case 'list': return Array.isArray(value) && value.length <= field.max ? preparedList(field.of, value, field.identified) : value;
    default: return value;
  }
}

function preparedList(of: Item, values: readonly unknown[], isIdentified: boolean): unknown[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const item = prepared(of, value);
    if (!isIdentified) return item;
    const given = (value as { id?: unknown }).id;
    const id = typeof given === 'string' && /^[0-9a-z]{8}$/.test(given) && !taken.has(given) ? given : shortId();
    taken.add(id);
    return { id, ...(item as Record<string, unknown>) };
  });
}

function preparedProse({ markdown, document }: { markdown?: string | null; document?: unknown }): unknown {
  if (typeof markdown === 'string') return markdown.length > 200_000 ? 'too long' : fromMarkdown(markdown);
  const checked = validateDocument(document);
  return checked.ok ? checked.document : (document ?? null); // what is not sound is kept for its problem to be told
}

function proseProblem(value: Json): string | null {
  if (value === 'too long') return 'At most 200,000 characters.';
  const result = validateDocument(value);
  return result.ok ? null : result.problem;
}
