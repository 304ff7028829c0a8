/** Events: what happened, in the past tense, facts only. Listeners in the same transaction may refuse by throwing; those after the commit hear through the outbox. */
import type { Transaction } from '../database/database.js';
import { newKey } from '../ids/ids.js';

/** Ids and audiences; never a name, a text or a number. */
export interface EventFacts {
  /** What it happened to. */
  readonly aggregateId: string;
  /** Who could read it before; null where nobody could. */
  readonly previousAudience: string | null;
  readonly newAudience: string | null;
  readonly payload: Readonly<Record<string, string>>;
}

/** An event as declared by the room in which it happens; `Payload` says which ids it carries. */
export interface EventType<Payload extends Readonly<Record<string, string>>> {
  readonly name: string;
  /** Raised when the payload changes its meaning. */
  readonly payloadVersion: number;
  readonly payload?: Payload;
}

export type Happened<Payload extends Readonly<Record<string, string>>> = Omit<EventFacts, 'payload'> & { readonly payload: Payload };
/** A delivered event; the same `id` may come more than once. */
export type Delivered<Payload extends Readonly<Record<string, string>>> = Happened<Payload> & { readonly id: string };

type InTransaction = (transaction: Transaction, event: EventFacts) => Promise<void>;
type AfterCommit = (event: EventFacts & { readonly id: string }) => Promise<void>;

const inTransactionListeners = new Map<string, InTransaction[]>();
const afterCommitListeners = new Map<string, AfterCommit[]>();

export function defineEvent<Payload extends Readonly<Record<string, string>>>(name: string, payloadVersion = 1): EventType<Payload> {
  return { name, payloadVersion };
}

/** Runs `listener` in the transaction of the command, before it commits. */
export function inTransaction<Payload extends Readonly<Record<string, string>>>(type: EventType<Payload>, listener: (transaction: Transaction, event: Happened<Payload>) => Promise<void>): void {
  add(inTransactionListeners, type.name, listener as InTransaction);
}

/** Runs `listener` at least once after the commit. It must do no harm when it hears the same event again. */
export function afterCommit<Payload extends Readonly<Record<string, string>>>(type: EventType<Payload>, listener: (event: Delivered<Payload>) => Promise<void>): void {
  add(afterCommitListeners, type.name, listener as AfterCommit);
}

/** Tells every listener in this transaction, and leaves the event in the outbox. One that nobody waits for counts as delivered, so a later listener is not told old news. */
export async function emit<Payload extends Readonly<Record<string, string>>>(transaction: Transaction, type: EventType<Payload>, event: Happened<Payload>): Promise<void> {
  for (const listener of inTransactionListeners.get(type.name) ?? []) await listener(transaction, event);
  await transaction.query(
    'insert into outbox (id, type, payload_version, aggregate_id, previous_audience, new_audience, payload, delivered_at) values ($1, $2, $3, $4, $5, $6, $7, case when $8::boolean then null else now() end)',
    [newKey(), type.name, type.payloadVersion, event.aggregateId, event.previousAudience, event.newAudience, JSON.stringify(event.payload), afterCommitListeners.has(type.name)]);
}

export const listenersAfterCommit = (type: string): readonly AfterCommit[] => afterCommitListeners.get(type) ?? [];
export const hasListenersAfterCommit = (): boolean => afterCommitListeners.size > 0;

function add<Listener>(listeners: Map<string, Listener[]>, type: string, listener: Listener): void {
  listeners.set(type, [...(listeners.get(type) ?? []), listener]);
}
