/** What is known of each format, by channel: limits in words, with the day and the source of each. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { ListedChannelFragment } from '../../graphql/generated/graphql';
import { PART_NAMES, UNITS } from '../../ui/count-line';
import { Icon } from '../../ui/icon';
import { type Said, useWords, type Words } from '../../ui/words';

const CHANNEL = graphql(`fragment ListedChannel on ChannelProfile {
  format { id label description } channel { id label } lengthUnit takesAltText checkedOn looksOld confidence source note
  limits { field unit atLeast atMost isAdvice }
}`);

type Listed = ListedChannelFragment;
type Limit = Listed['limits'][number];

interface Props {
  readonly profiles: readonly FragmentType<typeof CHANNEL>[];
  /** Moderators correct. */
  readonly mayCorrect: boolean;
}

export function ChannelList({ profiles, mayCorrect }: Props): ReactElement {
  const { t } = useLingui();
  const known = profiles.map((profile) => unmask(CHANNEL, profile));
  const channels = [...new Map(known.map(({ channel }) => [channel?.id ?? '', channel?.label ?? t`No channel`]))];
  return (
    <>
      {channels.map(([id, label]) => (
        <section key={id} className="sec" aria-labelledby={`h-${id}`}>
          <h2 id={`h-${id}`}>{label}</h2>
          {known.filter(({ channel }) => (channel?.id ?? '') === id).map((profile) => <Profile key={profile.format.id} profile={profile} mayCorrect={mayCorrect} />)}
        </section>
      ))}
    </>
  );
}

const CONFIDENCE: Readonly<Record<Listed['confidence'], Said>> = { A: msg`The network’s own documentation`, B: msg`A reputable third party`, C: msg`Practice, not checked` };

function Profile({ profile: { format, limits, takesAltText, checkedOn, looksOld, confidence, source, note }, mayCorrect }: { readonly profile: Listed; readonly mayCorrect: boolean }): ReactElement {
  const words = useWords();
  const [day, trust] = [words.date(checkedOn), words.say(CONFIDENCE[confidence])];
  return (
    <section className="part" aria-label={format.label}>
      <h3>{format.label}</h3>
      {limits.length === 0 ? <p className="soft"><Trans>No limits known.</Trans></p> : <ul>{limits.map((limit) => <li key={`${limit.field} ${limit.unit} ${limit.isAdvice}`}>{limitWords(limit, words)}</li>)}</ul>}
      {takesAltText === false ? <p className="small"><Trans>Takes no alt text: say it in the text as well.</Trans></p> : null}
      <p className="small soft">{looksOld ? <b className="warned"><Icon name="warn" /> <Trans>Old: look it up before you rely on it.</Trans> </b> : null}<Trans>{trust}: {source}. Checked {day}.</Trans></p>
      {note == null ? null : <p className="small soft"><Trans>Corrected: {note}</Trans></p>}
      {mayCorrect ? <p><a href={`/channels/correct/${format.id.slice('format:'.length)}`}><Trans>Correct it<span className="vh">: {format.label}</span></Trans></a></p> : null}
    </section>
  );
}

const OTHER_PARTS: Readonly<Record<string, Said>> = { durationSeconds: msg`Length`, slides: msg`Pictures or slides` };

/** `Text: at most 2,200 characters`. */
function limitWords({ field, unit, atLeast, atMost, isAdvice }: Limit, { say, number }: Words): string {
  const part = say((PART_NAMES as Readonly<Record<string, Said>>)[field] ?? OTHER_PARTS[field] ?? field);
  const amount = (value: number): string => (unit === 'items' ? number(value) : `${number(value)} ${say(UNITS[unit] ?? unit)}`); // pictures and slides are named by the part
  if (atMost !== null && atLeast !== null) return say(msg`${part}: ${number(atLeast)} to ${amount(atMost)}`);
  if (atMost === null) return say(msg`${part}: at least ${amount(atLeast ?? 0)}`);
  return isAdvice ? say(msg`${part}: better at most ${amount(atMost)}`) : say(msg`${part}: at most ${amount(atMost)}`);
}
