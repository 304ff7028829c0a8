// Runs specs with the full counts and tells what held.
// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { nodeScript, run } from '../process.mjs';
import { testDatabase } from '../test-database.mjs';

/** @typedef {{ title: string, status: string }} Assertion */

/** @param {string[]} files below the checkout @returns {Promise<Map<string, Assertion[]>>} the sentences of each file; a file that did not run has none */
export async function runSpecs(files) {
  const report = inRoot('tmp', 'prove.json');
  mkdirSync(inRoot('tmp'), { recursive: true });
  rmSync(report, { force: true });
  const env = {
    ...(await testDatabase('embedded')), PROVE: '1',
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
  };
  const { output } = await run(...nodeScript('node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--testTimeout=900000', '--runTestsByPath', ...files.map((file) => inRoot(file))), { env });
  if (!existsSync(report)) throw new Error(`Jest wrote no report.\n${output}`);
  /** @type {{ testResults: { name: string, message: string, assertionResults: Assertion[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { message } of testResults) if (message) console.log(message.trimEnd());
  return new Map(files.map((file) => [file, testResults.find(({ name }) => name === inRoot(file))?.assertionResults ?? []]));
}

/** @param {readonly Assertion[]} assertions */
export const allHold = (assertions) => assertions.length > 0 && assertions.every(({ status }) => status === 'passed');

/** How many properties a spec states. @param {string} file */
export const propertiesIn = (file) => readFileSync(inRoot(file), 'utf8').match(/\bfc\.assert\(/g)?.length ?? 0;
