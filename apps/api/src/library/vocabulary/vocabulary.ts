/** The controlled vocabularies in memory: which terms exist, which are retired, and which one somebody probably meant. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

interface KnownTerm { readonly id: string; readonly scheme: string; readonly label: string; readonly is_retired: boolean }
const FRESH_FOR_MS = 60_000;

@Injectable()
export class Vocabulary {
  private terms: ReadonlyMap<string, KnownTerm> = new Map();
  private readAt = 0;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Call before the others; reads the terms at most once a minute. */
  async refresh(now: number = Date.now()): Promise<void> {
    if (this.terms.size > 0 && now - this.readAt < FRESH_FOR_MS) return;
    const rows = await this.database.read<KnownTerm>('select id, scheme, label, retired_at is not null as is_retired from term');
    this.terms = new Map(rows.map((row) => [row.id, row]));
    this.readAt = now;
  }

  /** What people call the term; its id where there is no such term. */
  label(id: string): string {
    return this.terms.get(id)?.label ?? id;
  }

  /** Null when the term may be used in this scheme; otherwise words that name the nearest one. `kept` are terms that the resource already carries. */
  problem(scheme: string, id: string, kept: ReadonlySet<string> = new Set()): string | null {
    const term = this.terms.get(id);
    if (term?.scheme === scheme && (!term.is_retired || kept.has(id))) return null;
    const offered = [...this.terms.values()].filter((candidate) => candidate.scheme === scheme && !candidate.is_retired).map((candidate) => candidate.id);
    const nearest = nearestTo(id, offered);
    const what = term?.is_retired === true && term.scheme === scheme ? `"${id}" is retired.` : `"${id.slice(0, 80)}" is not a tag of "${scheme}".`;
    return nearest === null ? what : `${what} Did you mean "${nearest}"?`;
  }
}

function nearestTo(id: string, offered: readonly string[]): string | null {
  const ranked = offered.map((candidate) => ({ candidate, distance: editDistance(id.slice(0, 80), candidate) })).sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? null;
}

/** Levenshtein distance, by rows. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
