/** What terms say on screen. */
import { msg } from '@lingui/core/macro';
import type { Said } from '../../../ui/words';

/** A tag from a controlled vocabulary, as every fragment reads one. */
export interface Tag {
  readonly id: string;
  readonly label: string;
}

export function labels(terms: readonly Tag[]): readonly string[] {
  return terms.map(({ label }) => label);
}

/** Terms of one scheme, in their order. */
export function inScheme(terms: readonly Tag[], scheme: string): readonly Tag[] {
  return terms.filter(({ id }) => id.startsWith(`${scheme}:`));
}

const EVIDENCE: Readonly<Record<string, Said>> = {
  'evidence-level:type-0': msg`Practice note`,
  'evidence-level:type-1': msg`Reasoned`,
  'evidence-level:type-2': msg`Measured change`,
  'evidence-level:type-3': msg`Shown to cause`,
};

/** The strength of a claim in plain words. */
export function evidenceWords(level: Tag): Said {
  return EVIDENCE[level.id] ?? level.label;
}

const RESULTS: Readonly<Record<string, Said>> = {
  'result-direction:positive': msg`It worked`,
  'result-direction:mixed': msg`Mixed`,
  'result-direction:null': msg`No effect`,
  'result-direction:negative': msg`It moved the wrong way`,
  'result-direction:too-early': msg`Too early to say`,
};

/** What happened, in plain words. */
export function resultWords(result: Tag): Said {
  return RESULTS[result.id] ?? result.label;
}
