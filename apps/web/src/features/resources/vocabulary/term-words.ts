/** What terms say on screen. */
import type { Term } from './types';

export function labels(terms: readonly Term[]): readonly string[] {
  return terms.map(({ label }) => label);
}

/** Terms of one scheme, in their order. */
export function inScheme(terms: readonly Term[], scheme: string): readonly Term[] {
  return terms.filter(({ id }) => id.startsWith(`${scheme}:`));
}

const EVIDENCE: Readonly<Record<string, string>> = {
  'evidence-level:type-0': 'Practice note',
  'evidence-level:type-1': 'Reasoned',
  'evidence-level:type-2': 'Measured change',
  'evidence-level:type-3': 'Shown to cause',
};

/** The strength of a claim in plain words. */
export function evidenceWords(level: Term | null): string | null {
  return level === null ? null : (EVIDENCE[level.id] ?? level.label);
}

const RESULTS: Readonly<Record<string, string>> = {
  'result-direction:positive': 'It worked',
  'result-direction:mixed': 'Mixed',
  'result-direction:null': 'No effect',
  'result-direction:negative': 'It moved the wrong way',
  'result-direction:too-early': 'Too early to say',
};

/** What happened, in plain words. */
export function resultWords(result: Term | null): string | null {
  return result === null ? null : (RESULTS[result.id] ?? result.label);
}
