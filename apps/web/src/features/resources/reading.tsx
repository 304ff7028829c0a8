/** The reading page of a resource of any kind: head, table of contents, sections in order. */
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/icon';
import { Facts, type Pair } from '../../ui/lists';
import { Notice } from '../../ui/notice';
import { type ReadingSection, Section } from '../../ui/section';
import { languageName, listed, longDate } from '../../ui/words';
import { KINDS } from './kind-words';
import type { EveryContent, ResourceHead } from './types';

interface Props {
  readonly resource: ResourceHead;
  readonly content: EveryContent;
  readonly facts: readonly Pair[];
  /** What peers recorded; nothing where there is nothing. */
  readonly evidence?: ReactNode;
  readonly sections: readonly ReadingSection[];
}

const READERS: Readonly<Record<ResourceHead['visibility'], string>> = {
  PRIVATE: 'Only its authors can read this',
  INSTITUTION: 'Only its institution can read this',
  GROUP: 'A named group can read this',
  MEMBERS: 'Member institutions can read this',
  PUBLIC: 'Anyone can read this',
};

export function Reading({ resource, content, facts, evidence, sections }: Props): ReactElement {
  return (
    <>
      <nav className="crumb" aria-label="You are here">
        <ol>
          <li><a href="/find">Find</a></li>
          <li><a href={`/find?kind=${KINDS[resource.kind].slug}`}>{KINDS[resource.kind].many}</a></li>
        </ol>
      </nav>
      <article className="read">
        <header className="read-head">
          <RunningHead resource={resource} />
          <h1 lang={resource.language}>{resource.title}</h1>
          <p className="lead" lang={resource.language}>{resource.summary}</p>
          {evidence}
          <p className="soft"><Source resource={resource} /></p>
          <Standing resource={resource} illustrativeNote={content.illustrativeNote} />
          <Facts pairs={facts} />
        </header>
        <Rail sections={sections} />
        <div className="read-body">
          {sections.map(({ id, title, body }) => <Section key={id} id={id} title={title}>{body}</Section>)}
        </div>
      </article>
    </>
  );
}

function RunningHead({ resource }: { readonly resource: ResourceHead }): ReactElement {
  const { kind, version, visibility, reviewBy, language } = resource;
  return (
    <p className="running">
      <span><b>{KINDS[kind].one}</b></span>
      {version === null ? null : <span>Version {version.number}, {longDate(version.publishedAt)}</span>}
      <span>{READERS[visibility]}</span>
      {language.startsWith('en') ? null : <span>Written in {languageName(language)}</span>}
      {reviewBy === null ? null : <span>Review due {longDate(reviewBy)}</span>}
    </p>
  );
}

function Source({ resource: { contributors, institution, attributedTo } }: { readonly resource: ResourceHead }): ReactElement {
  const names = contributors.map(({ name }) => name);
  const place = institution === null ? attributedTo.name : <a href={`/institutions/${institution.slug}`}>{institution.name}</a>;
  return names.length === 0 ? <>From {place}</> : <>By {listed(names)}, {place}</>;
}

/** Says first what a reader must know before trusting the page. */
function Standing({ resource, illustrativeNote }: { readonly resource: ResourceHead; readonly illustrativeNote: string | null }): ReactElement {
  const isUnpublished = resource.version === null;
  return (
    <>
      {illustrativeNote === null ? null : <Notice tone="warn"><p><b>Illustration.</b> <span lang={resource.language}>{illustrativeNote}</span></p></Notice>}
      {isUnpublished ? <Notice><p><b>Not published yet.</b> You see the draft because you may edit or review it.</p></Notice> : null}
      {resource.state === 'ARCHIVED' ? <Notice><p><b>Archived.</b> It is kept so that links and citations go on working, and is no longer offered.</p></Notice> : null}
    </>
  );
}

function Rail({ sections }: { readonly sections: readonly ReadingSection[] }): ReactElement {
  return (
    <div className="rail">
      <div className="acts" role="group" aria-label="Actions">
        <a className="btn" href="#credit"><Icon name="copy" />Credit</a>
        <button className="btn needs-script" type="button" data-print=""><Icon name="print" />Print</button>
      </div>
      <nav className="toc" aria-label="On this page">
        <ol>{sections.map(({ id, title }) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ol>
      </nav>
    </div>
  );
}
