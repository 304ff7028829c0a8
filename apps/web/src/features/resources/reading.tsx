/** The reading page of a resource of any kind: head, table of contents, sections in order. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { Reading_ResourceFragment, Visibility } from '../../graphql/generated/graphql';
import { Facts, type Pair } from '../../ui/lists';
import { type ReadingSection, Section } from '../../ui/section';
import { type Said, useWords } from '../../ui/words';
import { Actions } from './actions';
import { type Earlier, EarlierNotice } from './earlier';
import { EvidenceLine } from './evidence-line';
import { FILES, WithFiles } from './files';
import { KINDS } from './kind-words';
import { Standing } from './standing';

const READING = graphql(`fragment Reading_resource on Resource {
  kind visibility title summary language reviewBy
  attributedTo { name }
  institution { slug name }
  contributors { name }
  version { number publishedAt }
  ...EvidenceLine_resource
  ...Standing_resource
  ...Actions_resource
  ...Files_resource
}`);

type Read = Reading_ResourceFragment;

interface Props {
  readonly resource: FragmentType<typeof READING>;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
  /** The version that is read in place of the published one. */
  readonly earlier?: Earlier | undefined;
  /** Says that the record, or a part of it, is invented. */
  readonly illustrativeNote: string | null;
  readonly facts: readonly Pair[];
  /** The result that the record itself reports. */
  readonly evidence?: ReactNode;
  readonly sections: readonly ReadingSection[];
}

const READERS: Readonly<Record<Visibility, Said>> = {
  PRIVATE: msg`Only its authors can read this`,
  INSTITUTION: msg`Only its institution can read this`,
  GROUP: msg`A named group can read this`,
  MEMBERS: msg`Member institutions can read this`,
  PUBLIC: msg`Anyone can read this`,
};

export function Reading({ resource: masked, signIn, earlier, illustrativeNote, facts, evidence, sections }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const published = unmask(READING, masked);
  const resource = earlier === undefined ? published : { ...published, ...earlier.shows };
  const kind = KINDS[resource.kind];
  return (
    <WithFiles files={earlier?.files ?? unmask(FILES, published).files}>
      <nav className="crumb" aria-label={t`You are here`}>
        <ol>
          <li><a href="/find"><Trans>Find</Trans></a></li>
          <li><a href={`/find?kind=${kind.slug}`}>{say(kind.many)}</a></li>
        </ol>
      </nav>
      <article className="read">
        <header className="read-head">
          <RunningHead resource={resource} />
          <h1 lang={resource.language}>{resource.title}</h1>
          <p className="lead" lang={resource.language}>{resource.summary}</p>
          {earlier === undefined ? null : <EarlierNotice earlier={earlier} />}
          {evidence}
          <EvidenceLine resource={resource} isLead />
          <p className="soft"><Source resource={resource} /></p>
          <Standing resource={resource} isEarlier={earlier !== undefined} illustrativeNote={illustrativeNote} />
          <Facts pairs={facts} />
        </header>
        <Rail sections={sections}><Actions resource={resource} signIn={signIn} earlierNumber={earlier?.number} version={resource.version?.number ?? null} /></Rail>
        <div className="read-body">
          {sections.map(({ id, title, body }) => <Section key={id} id={id} title={title}>{body}</Section>)}
        </div>
      </article>
    </WithFiles>
  );
}

function RunningHead({ resource: { kind, version, visibility, reviewBy, language } }: { readonly resource: Read }): ReactElement {
  const words = useWords();
  return (
    <p className="running">
      <span><b>{words.say(KINDS[kind].one)}</b></span>
      {version === null ? null : <span><Trans>Version {version.number}, {words.date(version.publishedAt)}</Trans></span>}
      <span>{words.say(READERS[visibility])}</span>
      {language.startsWith('en') ? null : <span><Trans>Written in {words.language(language)}</Trans></span>}
      {reviewBy === null ? null : <span><Trans>Review due {words.date(reviewBy)}</Trans></span>}
    </p>
  );
}

function Source({ resource: { contributors, institution, attributedTo } }: { readonly resource: Read }): ReactElement {
  const { list } = useWords();
  const names = list(contributors.map(({ name }) => name));
  const place = institution === null ? attributedTo.name : <a href={`/institutions/${institution.slug}`}>{institution.name}</a>;
  return names === '' ? <Trans>From {place}</Trans> : <Trans>By {names}, {place}</Trans>;
}

function Rail({ sections, children }: { readonly sections: readonly ReadingSection[]; readonly children: ReactNode }): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  return (
    <div className="rail">
      {children}
      <nav className="toc" aria-label={t`On this page`}>
        <ol>{sections.map(({ id, title }) => <li key={id}><a href={`#${id}`}>{say(title)}</a></li>)}</ol>
      </nav>
    </div>
  );
}
