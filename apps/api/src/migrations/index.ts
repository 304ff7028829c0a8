/** Migrations in order; one that has landed is never edited. */
import { First20261125070000 } from './20261125070000-first.js';

export const MIGRATIONS = [First20261125070000];
