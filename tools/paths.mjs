// Knows where the checkout is, so that the commands work from any current folder.
// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** The folder that keeps the embedded database and its password between runs. */
export const dataFolder = () => process.env['PASSALONG_DATA_DIR'] || inRoot('.passalong');
