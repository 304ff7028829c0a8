/** Lint rules of the workspace: project boundaries, no `any`, no `!`, no long files. */
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const restrictedNames = '^(?!@lingui/).*(^|/)(common|shared|utils|helpers|core|misc)(/|\\.tsx?$)';

/** Words that people read are messages: letters may stand in JSX only inside a Lingui macro or as code. */
const bareWords = [
  { selector: ':not(JSXElement[openingElement.name.name=/^(Trans|Plural|Select|SelectOrdinal|code|kbd)$/]) > JSXText[value=/\\p{L}/u]:not([value="Passalong"]):not(JSXElement[openingElement.name.name=/^(Trans|code)$/] JSXText)', message: 'Words on screen are Lingui messages: wrap them in <Trans>.' },
  { selector: 'JSXAttribute[name.name=/^(aria-label|aria-description|title|alt|placeholder)$/] > Literal[value=/\\p{L}/u]', message: 'Words on screen are Lingui messages: use t`…` or msg`…`.' },
];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.passalong/**', 'tmp/**', 'apps/web/src/graphql/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': ['error', { patterns: [{ regex: restrictedNames, message: 'Such names collect dust; name the thing.' }] }],
      '@nx/enforce-module-boundaries': ['error', {
        enforceBuildableLibDependency: false,
        allow: ['tools/simplesamlphp/'], // the tests sign in with the very provider that developers start by hand
        depConstraints: [
          { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:domain', 'scope:prose'] },
          { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:domain', 'scope:prose', 'scope:contract'] },
          { sourceTag: 'scope:web-e2e', onlyDependOnLibsWithTags: ['scope:contract'] },
          { sourceTag: 'scope:prose', onlyDependOnLibsWithTags: [] },
          { sourceTag: 'scope:contract', onlyDependOnLibsWithTags: [] },
          { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: [] },
        ],
      }],
    },
  },
  { files: ['apps/web/src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...bareWords] } },
  { files: ['**/*.spec.ts'], rules: { 'max-lines': ['error', { max: 600 }] } },
  { files: ['**/migrations/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: { window: 'readonly', document: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', Buffer: 'readonly', module: 'writable', performance: 'readonly', AbortSignal: 'readonly', AbortController: 'readonly', Event: 'readonly', ClipboardEvent: 'readonly', DataTransfer: 'readonly', MessageChannel: 'readonly', requestAnimationFrame: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', setImmediate: 'readonly' } } },
);
