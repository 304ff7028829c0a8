/** Public lists of institutions. */
export { importList, type ListReport } from './import-list.js';
export { type InstitutionList, readList } from './list-row.js';
export { insertInstitutions } from './store.js';
