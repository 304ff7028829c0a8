/** What stands in the way of a template's going to review: its filled example has to pass every limit of its channels. */
import { type Content, problemPath, type Profiles, templateErrors, templateOf } from '@passalong/domain';
import { InvalidValueError } from '../../platform/graphql/user-error.type.js';

/** More than anybody mends in one sitting; the rest shows once these are gone. */
const MOST_TOLD = 50;

/** Warnings are told while it is written, and keep nobody from sending it. `under` is the path of the content in the input. */
export function templateRefusals(content: Content, profiles: Profiles, under: string): readonly InvalidValueError[] {
  return templateErrors(templateOf(content), profiles).slice(0, MOST_TOLD).map((problem) => new InvalidValueError(problem.message, `${under}.${problemPath(problem)}`));
}
