/** What reviewers write most often, as sentences that the author can act on. Each is a start: the words can be changed. */
import { msg } from '@lingui/core/macro';
import type { Said } from '../../ui/words';
import type { Stage } from './stage-words';

interface CommonReason {
  readonly label: Said;
  readonly sentence: Said;
}

const CONSENT: CommonReason = { label: msg`Consent is unclear`, sentence: msg`Please say who agreed to be shown, for what, and until when.` };
const RECOGNISED: CommonReason = { label: msg`Someone could be recognised`, sentence: msg`Somebody could be recognised from what is written here. Please take out the details that point to them.` };
const SOURCE: CommonReason = { label: msg`A claim has no source`, sentence: msg`Please add a number or a source to the claim, or write it as what you saw.` };
const ACCESS: CommonReason = { label: msg`Access is missing`, sentence: msg`Please say how captions, alternative text and contrast are covered.` };

export const COMMON_REASONS: Readonly<Record<Stage, readonly CommonReason[]>> = {
  SIGN_OFF: [
    CONSENT, RECOGNISED, SOURCE,
    { label: msg`Too wide for now`, sentence: msg`We cannot share this as widely as you ask. Please choose a smaller audience, or speak to me first.` },
    { label: msg`An employer is named`, sentence: msg`Please ask the employer named here, or leave the name out.` },
  ],
  MODERATION: [
    CONSENT, RECOGNISED, SOURCE, ACCESS,
    { label: msg`Stronger claim than evidence`, sentence: msg`The evidence shown does not carry the strength that is claimed. Please lower the strength of evidence, or say what was compared.` },
    { label: msg`Repeats what is here`, sentence: msg`This repeats something that is already here. Please adapt that instead, or say what is different.` },
  ],
};
