/** Which SQL stands behind a field. Rooms declare their fields here; the compiler reads them, so one statement holds what several rooms know. */
import type { Viewer } from '@passalong/domain';
import type { Statement } from './statement.js';

export interface FieldContext {
  /** What the enclosing object stands on: a table alias, or an SQL expression that yields its jsonb. */
  readonly source: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly statement: Statement;
  /** The JSON object that answers this field's sub-selection, standing on `source`; a union needs `typeName`, SQL that names the concrete type. */
  readonly object: (source: string, typeName?: string) => string;
  /** The JSON object that answers one node of the connection that this field answers, in a page of `first`, standing on `source`. */
  readonly page: (first: number, source: string) => string;
  /** Says that each answer of this field costs as much as this many objects; refused where an answer would hold too many. */
  readonly weigh: (objects: number) => void;
  /** Says that this field reads a guarded table, so the statement needs a transaction that knows who is asking. */
  readonly guard: () => void;
}

export type FieldSql = (context: FieldContext) => string;

const definitions = new Map<string, FieldSql>();
/** Fields whose arguments are somebody's own words. */
const discreet = new Set<string>();
const discriminators = new Map<string, (source: string) => string>();

/**
 * Declares the SQL of one field, which may depend on its context alone (no clock, no counter): it is kept and used again. Declaring it twice is a
 * mistake and throws at start. `isDiscreet`: what was compiled with its arguments is kept nowhere.
 */
export function defineField(type: string, name: string, sql: FieldSql, { isDiscreet = false }: { readonly isDiscreet?: boolean } = {}): void {
  const key = `${type}.${name}`;
  if (definitions.has(key)) throw new Error(`The field ${key} is declared twice.`);
  definitions.set(key, sql);
  if (isDiscreet) discreet.add(key);
}

/** Declares how rows of an abstract type tell which concrete type they are. */
export function defineDiscriminator(type: string, sql: (source: string) => string): void {
  discriminators.set(type, sql);
}

export const fieldDefinition = (type: string, name: string): FieldSql | undefined => definitions.get(`${type}.${name}`);
export const isDiscreetField = (type: string, name: string): boolean => discreet.has(`${type}.${name}`);
export const discriminator = (type: string): ((source: string) => string) | undefined => discriminators.get(type);
