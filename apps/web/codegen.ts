/** Types of every operation and fragment, made from the contract; a component sees only what its own fragment asks. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../libs/contract/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/graphql/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
      config: {
        documentMode: 'string', enumsAsTypes: true, useTypeImports: true, strictScalars: true, immutableTypes: true, avoidOptionals: { field: true },
        scalars: { URL: 'string', Date: 'string', DateTime: 'string', JSON: 'unknown', Locale: 'string' },
      },
    },
  },
};

export default config; // the generator demands a default export
