// Builds the server and, once it exists, the web application.
// @ts-check
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { nodeScript, runOrThrow } from './process.mjs';

export const serverEntry = 'apps/api/dist/main.js';
export const cliEntry = 'apps/api/dist/cli.js';

export async function buildServer() {
  await runOrThrow('Building the server', ...nodeScript('node_modules/typescript/bin/tsc', '-b', 'apps/api'));
}

export const hasWeb = () => existsSync(inRoot('apps', 'web', 'vite.config.ts'));

export async function buildWeb() {
  if (hasWeb()) await runOrThrow('Building the web application', 'npm', ['run', 'build', '-w', '@passalong/web']);
}
