/** A version other than the published one, as its own page shows it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { type ShownFiles } from './files';
import { Notice } from '../../ui/notice';
import { type REDACTIONS, Redactions } from './redactions';

const EARLIER = graphql(`fragment Earlier_version on ResourceVersion {
  ...Redactions_version
  number title publishedAt isCurrent attribution url resourceSlug
  files { ...File_file }
  attributedTo { name } resource { version { number } }
  content {
    ... on PlaybookContent { summary language }
    ... on ContentTemplateContent { summary language }
    ... on CaseStudyContent { summary language }
  }
}`);

export interface Earlier {
  readonly files: ShownFiles;
  readonly number: number;
  readonly resourceSlug: string;
  /** Of the published version. */
  readonly currentNumber: number | null;
  /** What stands in the head of the page in place of the published version's. */
  readonly shows: {
    readonly title: string;
    readonly summary: string;
    readonly language: string;
    readonly version: { readonly number: number; readonly publishedAt: string };
    readonly attributedTo: { readonly name: string };
    /** Who was named then may not be who is named now. */
    readonly institution: null;
    readonly contributors: readonly { readonly name: string }[];
  };
  readonly redactions: FragmentType<typeof REDACTIONS>;
  readonly credits: { readonly attribution: string; readonly url: string; readonly contributors: readonly [] };
}

/** Undefined for the published version, which its own page shows like any other. */
export function earlierOf(masked: FragmentType<typeof EARLIER>): Earlier | undefined {
  const version = unmask(EARLIER, masked);
  const { number, title, publishedAt, isCurrent, attribution, url, resourceSlug, files, attributedTo, resource, content } = version;
  if (isCurrent) return undefined;
  return {
    files, redactions: version, number, resourceSlug, currentNumber: resource.version?.number ?? null,
    shows: { title, summary: content.summary ?? '', language: content.language ?? 'en-GB', version: { number, publishedAt }, attributedTo, institution: null, contributors: [] },
    credits: { attribution, url, contributors: [] },
  };
}

export function EarlierNotice({ earlier: { number, resourceSlug, currentNumber, redactions } }: { readonly earlier: Earlier }): ReactElement {
  return (
    <>
      <Notice tone="warn">
        <p><Trans><b>This is version {number}, and it is not the current one.</b> It is kept for those who cite it. <a href={`/r/${resourceSlug}`}>Read the current version</a>.</Trans></p>
        {currentNumber === null ? null : <p><a href={`/r/${resourceSlug}/compare/${number}/${currentNumber}`}><Trans>What changed since version {number}</Trans></a></p>}
      </Notice>
      <Redactions version={redactions} />
    </>
  );
}
