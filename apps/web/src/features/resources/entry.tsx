/** A resource in a list: what happened first, then its title, whom it helps, and what it takes. */
import type { ReactElement } from 'react';
import { counted, duration, hours, longDate, money } from '../../ui/words';
import { resultWords } from './vocabulary/term-words';
import { KINDS } from './kind-words';
import type { EntryContent, ResourceEntry, TextPart } from './types';

interface Props {
  readonly resource: ResourceEntry;
  readonly heading: 'h2' | 'h3';
  /** The summary with the words that were looked for. */
  readonly highlight?: readonly TextPart[] | undefined;
}

export function Entry({ resource, heading: Heading, highlight }: Props): ReactElement {
  const { slug, kind, title, summary, language, attributedTo, version, content } = resource;
  const result = resultWords(content.resultDirection ?? null);
  const takes = whatItTakes(content);
  return (
    <article className="entry">
      <div className="main">
        {result === null ? null : <p className="evidence"><span className="peer">{result} at the institution that tried it</span></p>}
        <Heading><a href={`/r/${slug}`} lang={language}>{title}</a></Heading>
        <p className="sum" lang={language}>{highlight === undefined ? summary : highlight.map(({ text, isHit }, index) => (isHit ? <span key={index} className="hit">{text}</span> : text))}</p>
        {content.limitsSummary ? <p className="small soft">Limits: <span lang={language}>{content.limitsSummary}</span></p> : null}
        <p className="kind">
          {KINDS[kind].one} from {attributedTo.name}{version === null ? null : <>, version {version.number}, {longDate(version.publishedAt)}</>}
        </p>
      </div>
      {takes.length === 0 ? null : <p className="cost">{takes.map((words) => <span key={words}>{words}</span>)}</p>}
    </article>
  );
}

function whatItTakes({ timeline, resources, variants, cost }: EntryContent): readonly string[] {
  const words = [
    duration(timeline),
    timed(resources?.staffHours ?? cost?.staffHours, 'of staff time'),
    timed(resources?.studentHours ?? cost?.studentHours, 'of student time'),
    money(resources?.directCost?.amount, resources?.directCost?.currency),
    money(cost?.money, cost?.currency),
    variants === undefined ? null : counted(variants.length, 'variant', 'variants'),
  ];
  return words.filter((word) => word !== null);
}

function timed(value: number | null | undefined, whose: string): string | null {
  const words = hours(value);
  return words === null ? null : `${words} ${whose}`;
}
