/** How long a part of a piece is, beside its limit, and where that limit comes from. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Count, VariantText } from '@passalong/domain';
import type { ReactElement } from 'react';
import { Icon } from './icon';
import { type Said, useWords } from './words';

/** What is counted, as people say it; by the names of the vocabulary. */
export const UNITS: Readonly<Record<string, Said>> = {
  utf16: msg`characters`, graphemes: msg`graphemes`, weighted: msg`weighted characters`, 'chars-emoji-as-utf8-bytes': msg`characters, emoji by their bytes`, 'code-points': msg`code points`,
  'utf8-bytes': msg`bytes`, words: msg`words`, hashtags: msg`hashtags`, seconds: msg`seconds`, items: msg`pictures or slides`,
};
export const PART_NAMES: Readonly<Record<VariantText['field'], Said>> = {
  subject: msg`Subject`, preheader: msg`Preheader`, title: msg`Title`, documentTitle: msg`Document title`, hook: msg`First line`, onScreenText: msg`On screen`, voiceOver: msg`Voice-over`, caption: msg`Text`, altText: msg`Alt text`,
};
/** Closer than this to a limit is worth a word. */
const NEAR = 0.9;

/** Count, limit, source and date stand together. */
export function CountLine({ count: { actual, limit, unit, isAdvice, source, checkedOn } }: { readonly count: Count }): ReactElement {
  const { say, number, date } = useWords();
  const state = limit === null || actual <= limit * NEAR ? '' : actual <= limit ? ' near' : ' over';
  const [counted, units] = [number(actual), say(UNITS[unit] ?? unit)];
  const [most, day] = [number(limit ?? 0), checkedOn === null ? '' : date(checkedOn)];
  return (
    <p className={`limit${state}`}>
      <b>{state === ' over' ? <Icon name="warn" /> : null} {limit === null ? <Trans>{counted} {units}, no limit known</Trans> : isAdvice ? <Trans>{counted} {units}, better at most {most}</Trans> : <Trans>{counted} of {most} {units}</Trans>}</b>
      {source === null || checkedOn === null ? null : <><br /><Trans>{source}; checked {day}</Trans></>}
    </p>
  );
}
