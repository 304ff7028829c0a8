/** Where the words on screen are collected for translators. English is the source; Welsh follows. */
import babelExtractor from '@lingui/cli/api/extractors/babel';
import { formatter } from '@lingui/format-po';
import type { LinguiConfig } from '@lingui/conf';
import { contentWords } from './content-words';

const config: LinguiConfig = {
  sourceLocale: 'en-GB',
  locales: ['en-GB', 'cy-GB'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src', '<rootDir>/../../libs/domain/src/content/content.ts'], exclude: ['**/generated/**', '**/*.spec.ts*'] }],
  extractors: [contentWords, babelExtractor],
  format: formatter({ lineNumbers: false, printLinguiId: false }),
  orderBy: 'message',
};

export default config; // Lingui demands a default export
