/** The schema that partners and the web build on: generated from the api, committed, never edited. */
export const SCHEMA_FILE = 'schema.graphql';
