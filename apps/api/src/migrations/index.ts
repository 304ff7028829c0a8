/** Migrations in order; one that has landed is never edited. */
import { First20261125070000 } from './20261125070000-first.js';
import { Search20261125080000 } from './20261125080000-search.js';
import { Groups20261125092000 } from './20261125092000-groups.js';
import { SearchTags20261125105000 } from './20261125105000-search-tags.js';

export const MIGRATIONS = [First20261125070000, Search20261125080000, Groups20261125092000, SearchTags20261125105000];
