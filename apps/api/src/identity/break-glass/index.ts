/** What the app module and the command line use of break-glass administrators. */
import { BreakGlassController } from './break-glass.controller.js';
import { BreakGlassSignIn } from './break-glass-sign-in.js';
import { BreakGlassEnrolment } from './enrolment.js';

export { type BreakGlassListing, createBreakGlass, endBreakGlass, LINK_MINUTES, listBreakGlass } from './break-glass.commands.js';
export { ENROL_PATH } from './break-glass.pages.js';

export const BREAK_GLASS_CONTROLLERS = [BreakGlassController];
export const BREAK_GLASS_PROVIDERS = [BreakGlassEnrolment, BreakGlassSignIn];
