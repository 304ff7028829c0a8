/** Writes a record as a file in the one style of record files. Reading it again gives equal parts; writing those gives the same bytes. */
import { CONTENT_FIELDS } from '@passalong/domain';
import { fromMarkdown, type ProseNode, toPlain } from '@passalong/prose';
import { fieldOfHeading, HEADED_FIELDS } from './headings.js';
import { plainContent } from './plain-content.js';
import { KIND_TERMS } from './record-file.js';
import type { RecordParts } from './record-parts.js';
import { METRIC_ROW, PEOPLE_OUTCOME, PLACEMENT, type Shape, type Shapes } from './record-shapes.js';
import { documentOf, isSectionHeading, markdownOf, splitAtHeadings } from './sections.js';
import { mapNode, shapedEntries, wordNode } from './shaped-yaml.js';
import { type YamlEntry, yamlText } from './yaml-style.js';

const FIRST = ['title', 'summary', 'language', 'label'] as const;
const WRITTEN_APART: ReadonlySet<string> = new Set([...FIRST, 'illustrativeNote', 'authors', 'body', 'extra', 'licence', 'reviewBy']);
/** Sections that stand before the first section of the body, or after the first, when they stand under a heading. */
const EARLY: ReadonlySet<string> = new Set(['problem', 'intervention', 'creatorBrief']);

export function recordText(parts: RecordParts): string {
  const content = plainContent(parts);
  const headed = headedFields(parts.kind, content);
  const shapes: Shapes = CONTENT_FIELDS[parts.kind];
  const entries = (names: readonly string[]): YamlEntry[] => shapedEntries(only(shapes, names), content, '');
  const placed = (names: readonly string[]): YamlEntry[] => shapedEntries(only(PLACEMENT, names), parts.placement as Readonly<Record<string, unknown>>, '');
  const middle = Object.keys(shapes).filter((name) => !WRITTEN_APART.has(name) && !headed.has(name));
  const cut = middle.includes('qualitative') ? middle.indexOf('qualitative') : middle.length;
  const isInvented = typeof content['illustrativeNote'] === 'string';
  const front = yamlText([
    ['id', wordNode(parts.recordId)],
    ['kind', wordNode(KIND_TERMS[parts.kind])],
    ...(isInvented ? [['illustrative', { type: 'written', yaml: 'true' }] as const, ...entries(['illustrativeNote'])] : []),
    ...entries(FIRST),
    ...placed(['adaptedFrom', 'institution']),
    ...entries(['authors']),
    ...entries(middle.slice(0, cut)),
    ...(parts.kind === 'CASE_STUDY' ? [...rows('metrics', METRIC_ROW, 'MetricRow', parts.numbers.metrics), ...rows('people_outcomes', PEOPLE_OUTCOME, 'PeopleOutcome', parts.numbers.peopleOutcomes)] : []),
    ...entries(middle.slice(cut)),
    ...entries(['extra', 'licence']),
    ...placed(['visibility', 'embargoUntil', 'signOff', 'publishedOn']),
    ...entries(['reviewBy']),
  ]);
  return `---\n${front}---\n\n${bodyText(parts.kind, content, headed)}\n`;
}

function only(shapes: Shapes, names: readonly string[]): Shapes {
  return Object.fromEntries(names.flatMap((name): [string, Shape][] => { const shape = shapes[name]; return shape === undefined ? [] : [[name, shape]]; }));
}

function rows(key: string, shapes: Shapes, name: string, values: readonly object[] | undefined): YamlEntry[] {
  if (values === undefined) return [];
  return [[key, { type: 'list', items: values.map((row) => mapNode(shapes, row as Readonly<Record<string, unknown>>, name)) }]];
}

/** The rich text that is written under a heading: English, with no headings of its own that would end it. */
function headedFields(kind: RecordParts['kind'], content: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const language = content['language'];
  if (typeof language === 'string' && !/^en(-|$)/i.test(language)) return new Set();
  return new Set(HEADED_FIELDS[kind].map(({ field }) => field).filter((field) => {
    const markdown = content[field];
    if (typeof markdown !== 'string' || (field === 'problem' && !markdown.includes('\n'))) return false;
    return !fromMarkdown(markdown).content.some(isSectionHeading);
  }));
}

function bodyText(kind: RecordParts['kind'], content: Readonly<Record<string, unknown>>, headed: ReadonlySet<string>): string {
  const { title, illustrativeNote, body } = content;
  const sections = HEADED_FIELDS[kind].filter(({ field }) => headed.has(field)).map(({ field, heading }) => ({ field, text: `## ${heading}\n\n${String(content[field])}` }));
  const early = sections.filter(({ field }) => EARLY.has(field)).map(({ text }) => text);
  const late = sections.filter(({ field }) => !EARLY.has(field)).map(({ text }) => text);
  const [lead = [], ...others] = splitAtHeadings(typeof body === 'string' ? fromMarkdown(body).content : []);
  const [first, ...rest] = others.map((nodes) => markdownOf(nodes.map((node) => demoted(kind, node))));
  const opening = first === undefined ? [] : [first];
  return [
    `# ${headingText(typeof title === 'string' ? title : 'Untitled')}`,
    ...(typeof illustrativeNote === 'string' ? [notice(kind, illustrativeNote)] : []),
    ...(lead.length === 0 ? [] : [markdownOf(lead)]),
    ...(kind === 'PLAYBOOK' ? [...early, ...opening] : [...opening, ...early]),
    ...rest,
    ...late,
  ].join('\n\n');
}

/** A heading of the body that would fill a field when read again goes one level down. */
function demoted(kind: RecordParts['kind'], node: ProseNode): ProseNode {
  if (!isSectionHeading(node) || fieldOfHeading(kind, toPlain(documentOf([node]))) === undefined) return node;
  return { ...node, attrs: { ...node.attrs, level: 3 } };
}

function headingText(text: string): string {
  return markdownOf([{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: text.replaceAll(/\s+/g, ' ') }] }]).replace(/^## /, '');
}

function notice(kind: RecordParts['kind'], note: string): string {
  const word = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'template', CASE_STUDY: 'record' }[kind];
  return markdownOf([{ type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Illustrative ${word}. ${note.replaceAll(/\s+/g, ' ')}` }] }] }]);
}

