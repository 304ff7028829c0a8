/** Values of described fields as YAML nodes, with the number of places and the line style that each one has. */
import { fileKey, mayBeNull, type MapField, type Shape, type Shapes } from './record-shapes.js';
import { moneyNumber, withPlaces } from './numerals.js';
import { isYamlMap } from './read-fields.js';
import type { YamlEntry, YamlNode } from './yaml-style.js';

type Values = Readonly<Record<string, unknown>>;

const NULL: YamlNode = { type: 'written', yaml: 'null' };
const PLACES: Readonly<Record<string, (value: number) => string>> = {
  'StudyCost.money': (value) => withPlaces(value, 2),
  'StudyCost.paidPromotion': (value) => withPlaces(value, 2),
  'StudyCost.studentRatePerHour': (value) => withPlaces(value, 2),
  'Parity.baseline': (value) => withPlaces(value, 2),
  'Parity.intervention': (value) => withPlaces(value, 2),
  'Contrast.differencePp': (value) => withPlaces(value, 1),
  'Contrast.ci95': (value) => withPlaces(value, 1),
};
/** Lists of a record in which nothing is an answer; any other list that is empty is left out, and so are these when they were never given. */
const KNOWN_EMPTY: ReadonlySet<string> = new Set(['equityLenses', 'channels', 'linkedCaseStudies', 'linkedTemplates', 'templateRefs', 'consentRequired', 'permissionsRequired']);
const NEVER_EMPTY: ReadonlySet<string> = new Set(['TemplateVariant.onScreenText', 'TemplateVariable.choices']);

export const wordNode = (text: string): YamlNode => ({ type: 'text', text });

/** The entries of a map in the order of its description; what is not stated is left out. */
export function shapedEntries(shapes: Shapes, values: Values, owner: string): YamlEntry[] {
  return Object.entries(shapes).flatMap(([name, shape]): YamlEntry[] => {
    const key = fileKey(owner, name);
    if (owner === 'TemplateVariable' && name === 'default') return defaultEntry(values);
    const value = values[name];
    if (value === null || value === undefined) return writesNull(owner, name, value, values) ? [[key, NULL]] : [];
    if (Array.isArray(value) && value.length === 0 && (owner === '' ? !KNOWN_EMPTY.has(name) : NEVER_EMPTY.has(`${owner}.${name}`))) return [];
    return [[key, shapedNode(shape, value, `${owner}.${name}`)]];
  });
}

export function mapNode(shapes: Shapes, values: Values, owner: string): YamlNode {
  const flow = owner === 'RawCount' || owner === 'PublishedCount' ? { flow: true } : {};
  return { type: 'map', entries: shapedEntries(shapes, values, owner), ...flow };
}

/** Money that nobody knows, and a consent that never ends, are written as null; content that is stored has lost the word. */
function writesNull(owner: string, name: string, value: unknown, values: Values): boolean {
  if (owner === 'StudyCost' || owner === 'StudyConsent' || owner === 'ExampleRender') return mayBeNull(owner, name) && Object.keys(values).length > 0;
  return value === null && mayBeNull(owner, name) && owner !== '';
}

/** A variable that need not be filled has a default, usually nothing. */
function defaultEntry(values: Values): YamlEntry[] {
  const value = values['default'];
  if (typeof value === 'string') return [['default', wordNode(value)]];
  return values['required'] === false ? [['default', wordNode('')]] : [];
}

function shapedNode(shape: Shape, value: unknown, place: string): YamlNode {
  switch (shape.type) {
    case 'object': return isYamlMap(value) ? mapNode(shape.fields, value, shape.name) : plainNode(value);
    case 'list': return place === '.lensDefinitions' ? lensNode(value) : Array.isArray(value) ? { type: 'list', items: value.map((item: unknown) => shapedNode(shape.of, item, place)) } : plainNode(value);
    case 'prose': return { type: 'paragraphs', text: String(value) };
    case 'money': return isYamlMap(value) ? moneyNode(value) : plainNode(value);
    case 'date': return { type: 'text', text: String(value), isDay: true };
    case 'number': return typeof value === 'number' ? { type: 'written', yaml: (PLACES[place] ?? String)(value) } : plainNode(value);
    case 'map': return isYamlMap(value) ? heldNode(shape, value) : plainNode(value);
    case 'extra': return extraNode(value);
    default: return plainNode(value);
  }
}

function moneyNode({ amount, currency }: Values): YamlNode {
  const entries: YamlEntry[] = [];
  if (amount !== undefined) entries.push(['amount', amountNode(amount)]);
  if (currency !== undefined) entries.push(['currency', plainNode(currency)]);
  return { type: 'map', entries };
}

function amountNode(amount: unknown): YamlNode {
  const number = Number(amount);
  return typeof amount === 'string' && amount !== '' && Number.isFinite(number) ? { type: 'written', yaml: moneyNumber(number) } : plainNode(amount);
}

function lensNode(value: unknown): YamlNode {
  const lenses = Array.isArray(value) ? value.filter(isYamlMap) : [];
  return { type: 'map', flow: false, entries: lenses.map(({ lens, definition }) => [String(lens), plainNode(definition)]) };
}

function heldNode({ holds }: MapField, values: Values): YamlNode {
  const node = (value: unknown): YamlNode => (holds === 'rates' && typeof value === 'number' ? { type: 'written', yaml: withPlaces(value, 2) } : plainNode(value));
  return { type: 'map', ...(holds === 'names' ? {} : { flow: true }), entries: Object.entries(values).map(([key, value]) => [key, node(value)]) };
}

/** Further material: maps in block, days as days. */
function extraNode(value: unknown): YamlNode {
  if (Array.isArray(value)) return { type: 'list', items: value.map(extraNode) };
  if (isYamlMap(value)) return { type: 'map', flow: false, entries: Object.entries(value).map(([key, part]) => [key, extraNode(part)]) };
  return typeof value === 'string' ? { type: 'text', text: value, isDay: true } : plainNode(value);
}

function plainNode(value: unknown): YamlNode {
  if (typeof value === 'string') return wordNode(value);
  if (Array.isArray(value)) return { type: 'list', items: value.map(plainNode) };
  if (isYamlMap(value)) return { type: 'map', entries: Object.entries(value).map(([key, part]) => [key, plainNode(part)]) };
  return { type: 'written', yaml: typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null' };
}
