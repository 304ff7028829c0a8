/** The sections that close every reading page: everything else, where it came from, versions, credit. */
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { Pairs } from '../../ui/lists';
import { Prose } from '../../ui/rich-text';
import type { ReadingSection } from '../../ui/section';
import { listed, longDate } from '../../ui/words';
import { inScheme, labels } from './vocabulary/term-words';
import { licenceAddress } from './structured-data';
import type { EveryContent, ResourceHead } from './types';

/** In the order in which every kind ends. */
export function closingSections(resource: ResourceHead, content: EveryContent): readonly (ReadingSection | null)[] {
  return [
    audienceSection(resource, content),
    lineageSection(resource),
    resource.version === null ? null : { id: 'versions', title: 'Versions', body: <Versions resource={resource} /> },
    { id: 'credit', title: 'Licence and credit', body: <Credit resource={resource} /> },
  ];
}

/** The free part of the record, under a title of the kind's own. */
export function bodySection(id: string, title: string, { body }: EveryContent, about: string): ReadingSection | null {
  return body === null || body.html === '' ? null : { id, title, body: <Prose text={body} about={about} /> };
}

function audienceSection({ terms, language }: ResourceHead, { equityLenses, lensDefinitions }: EveryContent): ReadingSection | null {
  const told = (scheme: string): string | null => labels(inScheme(terms, scheme)).join(', ') || null;
  const pairs = [
    { term: 'Purpose', says: told('purpose') },
    { term: 'Topics', says: told('topic') },
    { term: 'Career stage', says: told('career-stage') },
    { term: 'Looks at who benefits', says: equityLenses.length === 0 ? null : listed(labels(equityLenses)) },
    ...lensDefinitions.map(({ lens, definition }) => ({
      term: lens === null ? 'Definition' : `${lens.label} here means`,
      says: definition === null ? null : <span lang={language}>{definition}</span>,
    })),
  ];
  return pairs.every(({ says }) => says === null) ? null : { id: 'audience', title: 'Who it is for', body: <Pairs pairs={pairs} /> };
}

function lineageSection({ adaptedFrom }: ResourceHead): ReadingSection | null {
  if (adaptedFrom === null) return null;
  const { title, number, resourceSlug } = adaptedFrom;
  return {
    id: 'lineage', title: 'Where it came from',
    body: <p>Adapted from version {number} of <a href={`/r/${resourceSlug}`}>{title}</a>. What its authors say they changed stands in the credit line below.</p>,
  };
}

function Versions({ resource: { version, reviewBy } }: { readonly resource: ResourceHead }): ReactElement | null {
  if (version === null) return null;
  return (
    <Pairs
      pairs={[
        { term: `Version ${version.number}, ${longDate(version.publishedAt)}`, says: version.changeNote ?? 'No note was written about what changed.' },
        { term: 'Label', says: version.label === null ? null : <>The authors call it {version.label}</> },
        { term: 'Review due', says: reviewBy === null ? null : longDate(reviewBy) },
      ]}
    />
  );
}

function Credit({ resource }: { readonly resource: ResourceHead }): ReactElement {
  const { licence, attribution, contributors, url } = resource;
  const address = licence === null ? null : licenceAddress(licence.id);
  return (
    <>
      <Pairs
        pairs={[
          { term: 'Licence', says: licence === null ? null : address === null ? licence.label : <a href={address} rel="license">{licence.label}</a> },
          ...contributors.filter(({ role }) => role !== null).map(({ name, role }) => ({ term: role?.label ?? '', says: name })).filter(isFirstOfItsTerm),
          { term: 'Credit', says: attribution === null ? null : <CreditLine words={attribution} /> },
          { term: 'Address', says: <a href={url}>{url}</a> },
        ]}
      />
      <p className="small soft measure after">The licence covers the words and the design. It does not cover people who appear, music, logos or fonts of others: those need their own consent or permission.</p>
    </>
  );
}

function CreditLine({ words }: { readonly words: string }): ReactElement {
  return (
    <>
      <span id="credit-line">{words}</span>
      <span className="needs-script copying">
        <button className="btn s" type="button" data-copy="credit-line"><Icon name="copy" />Copy credit</button>
        <span className="status" role="status" />
      </span>
    </>
  );
}

/** Two people in the same role would give two equal terms; the credit line names them all. */
function isFirstOfItsTerm({ term }: { term: string }, index: number, all: readonly { term: string }[]): boolean {
  return all.findIndex((other) => other.term === term) === index;
}
