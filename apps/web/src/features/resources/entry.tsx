/** A resource in a list: what happened first, then its title, whom it helps, and what it takes. */
import { msg, plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { Entry_ResourceFragment } from '../../graphql/generated/graphql';
import { useWords, type Words } from '../../ui/words';
import { EvidenceLine } from './evidence-line';
import { KINDS } from './kind-words';
import { resultWords } from './vocabulary/term-words';

const ENTRY = graphql(`fragment Entry_resource on Resource {
  __typename slug kind title summary language
  attributedTo { name }
  version { number publishedAt }
  ...EvidenceLine_resource
  ... on Playbook { content { timeline resources { staffHours studentHours directCost { amount currency } } } }
  ... on ContentTemplate { content { variants { id } } }
  ... on CaseStudy { content { resultDirection { id label } limitsSummary cost { currency money staffHours studentHours } } }
}`);

type EntryResource = Entry_ResourceFragment;

interface Props {
  readonly resource: FragmentType<typeof ENTRY>;
  readonly heading: 'h2' | 'h3';
  /** The summary with the words that were looked for. */
  readonly highlight?: readonly { readonly text: string; readonly isHit: boolean }[] | undefined;
  /** Why it was found. */
  readonly why?: ReactNode;
}

export function Entry({ resource: masked, heading: Heading, highlight, why }: Props): ReactElement {
  const words = useWords();
  const resource = unmask(ENTRY, masked);
  const { slug, kind, title, summary, language, attributedTo, version } = resource;
  const takes = whatItTakes(resource, words);
  const [one, from] = [words.say(KINDS[kind].one), attributedTo.name];
  return (
    <article className="entry">
      <div className="main">
        <Result resource={resource} />
        <EvidenceLine resource={resource} />
        <Heading><a href={`/r/${slug}`} lang={language}>{title}</a></Heading>
        <p className="sum" lang={language}>{highlight === undefined ? summary : highlight.map(({ text, isHit }, index) => (isHit ? <span key={index} className="hit">{text}</span> : text))}</p>
        <Limits resource={resource} />
        <p className="kind">
          {version === null ? <Trans>{one} from {from}</Trans> : <Trans>{one} from {from}, version {version.number}, {words.date(version.publishedAt)}</Trans>}
        </p>
        {why}
      </div>
      {takes.length === 0 ? null : <p className="cost">{takes.map((taken) => <span key={taken}>{taken}</span>)}</p>}
    </article>
  );
}

function Result({ resource }: { readonly resource: EntryResource }): ReactElement | null {
  const { say } = useWords();
  if (resource.__typename !== 'CaseStudy' || resource.content.resultDirection === null) return null;
  return <p className="evidence"><span className="peer"><Trans>{say(resultWords(resource.content.resultDirection))} at the institution that tried it</Trans></span></p>;
}

function Limits({ resource }: { readonly resource: EntryResource }): ReactElement | null {
  if (resource.__typename !== 'CaseStudy' || !resource.content.limitsSummary) return null;
  return <p className="small soft"><Trans>Limits: <span lang={resource.language}>{resource.content.limitsSummary}</span></Trans></p>;
}

function whatItTakes(resource: EntryResource, words: Words): readonly string[] {
  return takesOf(resource, words).filter((taken) => taken !== null);
}

function takesOf(resource: EntryResource, words: Words): readonly (string | null)[] {
  switch (resource.__typename) {
    case 'Playbook': {
      const { timeline, resources } = resource.content;
      return [words.duration(timeline), staffTime(resources?.staffHours, words), studentTime(resources?.studentHours, words), words.money(resources?.directCost?.amount, resources?.directCost?.currency)];
    }
    case 'ContentTemplate': return [words.say(msg`${plural(resource.content.variants.length, { one: '# variant', other: '# variants' })}`)];
    case 'CaseStudy': {
      const { cost } = resource.content;
      return [staffTime(cost?.staffHours, words), studentTime(cost?.studentHours, words), words.money(cost?.money, cost?.currency)];
    }
  }
}

function staffTime(hours: number | null | undefined, { say }: Words): string | null {
  return hours === null || hours === undefined ? null : say(msg`${plural(hours, { one: '# hour of staff time', other: '# hours of staff time' })}`);
}

function studentTime(hours: number | null | undefined, { say }: Words): string | null {
  return hours === null || hours === undefined ? null : say(msg`${plural(hours, { one: '# hour of student time', other: '# hours of student time' })}`);
}
