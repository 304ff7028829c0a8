// Tells fast-check how often Jest tries each property. The one place that reads PROVE.
// @ts-check
import fc from 'fast-check';
import { FULL_COUNT, USUAL_COUNT } from './counts.mjs';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: process.env['PROVE'] === '1' ? FULL_COUNT : USUAL_COUNT });
