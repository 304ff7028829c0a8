/** A problem of a template as the API shows it. */
import type { TemplateProblem as Problem } from '@passalong/domain';
import { ProblemSubject, TemplateProblem } from './rendering.type.js';

export function problemShown(problem: Problem): TemplateProblem {
  const { code, message, isWarning } = problem;
  const nothing = { channel: null, format: null, field: null, position: null, variable: null, limit: null, actual: null, unit: null, checkedOn: null, source: null };
  const about = ProblemSubject[problem.about];
  switch (problem.about) {
    case 'VARIABLE': return Object.assign(new TemplateProblem(), { ...nothing, about, code, message, isWarning, field: problem.field, variable: problem.variable, limit: problem.limit === null ? null : String(problem.limit), actual: problem.actual });
    case 'GAP': return Object.assign(new TemplateProblem(), { ...nothing, about, code, message, isWarning, channel: problem.channel, format: problem.format, field: problem.field, position: problem.position, variable: problem.gap || null });
    case 'LIMIT': return Object.assign(new TemplateProblem(), { ...nothing, about, code, message, isWarning, channel: problem.channel, format: problem.format, field: problem.field, position: problem.position, limit: String(problem.limit), actual: problem.actual, unit: problem.unit, checkedOn: problem.checkedOn, source: problem.source });
  }
}
