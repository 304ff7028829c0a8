// Text with gaps: `{{name}}` stands for the value of a variable, `\{{` for two braces.

export type Part = { readonly text: string } | { readonly gap: string };

export type TextFaultCode =
  | 'UNCLOSED' /* two braces that nothing closes */
  | 'UNOPENED' /* closing braces that nothing opened */
  | 'NESTED' /* a gap within a gap */
  | 'NAMELESS' /* nothing between the braces */
  | 'BAD_NAME'; /* what stands between the braces cannot be a name */

export interface TextFault {
  readonly code: TextFaultCode;
  /** UTF-16 units from the start of the text. */
  readonly at: number;
  /** What is written there, at most sixty units of it. */
  readonly written: string;
}

export interface TemplateText {
  readonly parts: readonly Part[];
  /** In order; at most {@link MOST_FAULTS}, since nobody mends ten thousand one by one. */
  readonly faults: readonly TextFault[];
}

export const MOST_FAULTS = 50;

const NAME = /^[a-z][a-z0-9_]{0,59}$/;
const TOKEN = /\\\{\{|\{\{|\}\}/g;

/** Whether a variable may be called so: snake_case, at most sixty letters. */
export function isVariableName(name: string): boolean {
  return NAME.test(name);
}

/**
 * Reads a text in one pass, whatever it holds. Spaces around a name are allowed, CRLF becomes a line feed, and what is no gap stays as it is written,
 * so that no letter is lost.
 */
export function readTemplateText(written: string): TemplateText {
  const text = written.replace(/\r\n?/g, '\n');
  const parts: Part[] = [];
  const faults: TextFault[] = [];
  /** Gaps that another gap began in, by their place among the faults. */
  const broken: number[] = [];
  let from = 0;
  let open: number | null = null;
  const fault = (code: TextFaultCode, at: number, end: number): void => {
    if (faults.length < MOST_FAULTS) faults.push({ code, at, written: text.slice(at, Math.min(end, at + 60)) });
  };
  const literal = (to: number, more = ''): void => { if (to > from || more !== '') parts.push({ text: text.slice(from, to) + more }); };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const end = index + token.length;
    if (token === '\\{{') {
      if (open !== null) continue;
      literal(index, '{{');
      from = end;
    } else if (token === '{{') {
      if (open !== null) { broken.push(faults.length); fault('UNCLOSED', open, index); }
      open = index;
    } else if (open === null) {
      const outer = broken.pop();
      const opened = outer === undefined ? undefined : faults[outer];
      if (outer === undefined || opened === undefined) fault('UNOPENED', index, end);
      else faults[outer] = { ...opened, code: 'NESTED', written: text.slice(opened.at, Math.min(end, opened.at + 60)) };
    } else {
      const name = text.slice(open + 2, index).trim();
      if (NAME.test(name)) { literal(open); parts.push({ gap: name }); from = end; }
      else fault(name === '' ? 'NAMELESS' : 'BAD_NAME', open, end);
      open = null;
    }
  }
  if (open !== null) fault('UNCLOSED', open, text.length);
  literal(text.length);
  return { parts, faults };
}

/** The names of the gaps, each once, in the order in which they first stand. */
export function gapsOf({ parts }: TemplateText): readonly string[] {
  return [...new Set(parts.flatMap((part) => ('gap' in part ? [part.gap] : [])))];
}
