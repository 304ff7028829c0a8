/** Two builds: the browser's assets with a manifest, then the server entry that the api loads. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), stylesheetUnderAFixedName()],
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

/** Pages that the api writes itself (sign-in) link `/assets/site.css`, because they know no manifest. */
function stylesheetUnderAFixedName(): Plugin {
  return {
    name: 'passalong:stylesheet-under-a-fixed-name',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) this.emitFile({ type: 'asset', fileName: 'assets/site.css', source: file.source });
      }
    },
  };
}
