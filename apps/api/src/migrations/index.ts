/** Migrations in order; one that has landed is never edited. */
import { First20261125070000 } from './20261125070000-first.js';
import { Search20261125080000 } from './20261125080000-search.js';
import { Evidence20261125090000 } from './20261125090000-evidence.js';

export const MIGRATIONS = [First20261125070000, Search20261125080000, Evidence20261125090000];
