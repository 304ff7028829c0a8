/** One project for the libraries, one for the pure parts of the web, and one for the api, which needs PostgreSQL. */
const base = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/tools/prove/properties.setup.mjs'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  transformIgnorePatterns: ['/node_modules/(?!@passalong/)'],
  testEnvironmentOptions: { customExportConditions: ['@passalong/source', 'node', 'node-addons'] },
};

export default {
  projects: [
    { ...base, displayName: 'web', roots: ['<rootDir>/apps/web/src'], testMatch: ['**/*.spec.ts'] },
    { ...base, displayName: 'libs', roots: ['<rootDir>/libs'], testMatch: ['**/*.spec.ts'] },
    { ...base, displayName: 'api', roots: ['<rootDir>/apps/api'], testMatch: ['**/*.spec.ts'], testPathIgnorePatterns: ['/dist/'], modulePathIgnorePatterns: ['/dist/'], globalSetup: '<rootDir>/apps/api/test/global-setup.mjs' },
  ],
  // Jest reads this here and nowhere else; in a project it would be ignored.
  testTimeout: 30_000,
  maxWorkers: 2,
};
