/** Two builds: the browser's assets with a manifest, then the server entry that the api loads. */
import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [messages(), react(), stylesheetUnderAFixedName()],
  resolve: { conditions: ['@passalong/source', 'module', 'import', 'default'] },
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  ssr: { noExternal: true, resolve: { conditions: ['@passalong/source', 'module', 'node', 'import', 'default'] } },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true, copyPublicDir: false, minify: false }
    : {
        outDir: 'dist/client', target: 'es2022', manifest: true, emptyOutDir: true, assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: 'src/app/entry-client.tsx' },
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
