/** Two builds: the browser's assets with a manifest, then the server entry that the api loads. */
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [ownOperations(), ownFonts(), messages(), react(), stylesheetUnderAFixedName()],
  resolve: {
    conditions: ['@passalong/source', 'module', 'import', 'default'],
    alias: { 'react-style-singleton': fileURLToPath(new URL('src/features/exploring/adopted-style.ts', import.meta.url)) },
  },
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  ssr: { noExternal: true, resolve: { conditions: ['@passalong/source', 'module', 'node', 'import', 'default'] } },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true, copyPublicDir: false, minify: false }
    : {
        outDir: 'dist/client', target: 'es2022', manifest: true, emptyOutDir: true, assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: ['src/app/entry-client.tsx', 'src/app/sign-in.ts', 'src/app/break-glass.ts', 'src/app/passkey.ts'],
          // Pages that the api writes itself know no manifest: they link these by their names.
          output: { entryFileNames: ({ name }) => (['sign-in', 'break-glass', 'passkey'].includes(name) ? 'assets/[name].js' : 'assets/[name]-[hash].js') },
        },
      },
}));

/**
 * Turns Lingui's macros into calls. The English stays in the code that shows it, so a page loads its own words and no others;
 * the catalogues under `src/locales` are for translators. (The Babel plugin of the bundler's makers needs a newer Node.)
 */
function messages(): Plugin {
  return {
    name: 'passalong:messages',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || !/@lingui\/(core|react)\/macro/.test(code)) return null;
      const result = await transformAsync(code, {
        filename: id, babelrc: false, configFile: false, sourceMaps: true,
        parserOpts: { plugins: ['typescript', ...(id.endsWith('x') ? ['jsx' as const] : [])] },
        plugins: [[linguiMacro, { stripMessageField: false }]],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}

/**
 * Gives every chunk the operations it asks and no others: a call of `graphql` becomes its generated document, instead of a look-up in
 * the table of them all. An operation carries its fragments already, so a fragment is a type alone and leaves nothing behind.
 */
function ownOperations(): Plugin {
  return {
    name: 'passalong:own-operations',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/graphql/generated/graphql.ts')) return code.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(');
      if (!/\.tsx?$/.test(id) || !code.includes('graphql(`')) return null;
      const names: string[] = [];
      const transformed = code.replace(/\bgraphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g, (_call, what: string, name: string) => {
        if (what === 'fragment') return 'null';
        const document = `${name.charAt(0).toUpperCase()}${name.slice(1)}Document`; // as the generator names it
        names.push(document);
        return document;
      });
      const documents = names.length === 0 ? '' : `import { ${names.join(', ')} } from '${fileURLToPath(new URL('src/graphql/generated/graphql.ts', import.meta.url))}';\n`;
      return { code: `${documents}${transformed}`, map: null };
    },
  };
}

/** GraphiQL brings its fonts inside its stylesheet, where the content security policy refuses them; the page has its own. */
function ownFonts(): Plugin {
  return {
    name: 'passalong:own-fonts',
    enforce: 'pre',
    transform: (code, id) => (/graphiql\/dist\/style\.css/.test(id) ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null } : null),
  };
}

/** Pages that the api writes itself (sign-in) link `/assets/site.css`, because they know no manifest. */
function stylesheetUnderAFixedName(): Plugin {
  return {
    name: 'passalong:stylesheet-under-a-fixed-name',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && /(^|\/)entry-client-[^/]*\.css$/.test(file.fileName)) this.emitFile({ type: 'asset', fileName: 'assets/site.css', source: file.source });
      }
    },
  };
}
