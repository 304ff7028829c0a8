/** Migrations in order; one that has landed is never edited. */
import { First20261125070000 } from './20261125070000-first.js';
import { Search20261125080000 } from './20261125080000-search.js';
import { Slugs20261125091000 } from './20261125091000-slugs.js';
import { Groups20261125092000 } from './20261125092000-groups.js';

export const MIGRATIONS = [First20261125070000, Search20261125080000, Slugs20261125091000, Groups20261125092000];
