/** Licence and credit: what others may do with it, and the line to keep with every copy. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { licenceAddress } from '@passalong/domain';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Icon } from '../../ui/icon';
import { Pairs } from '../../ui/lists';
import type { ReadingSection } from '../../ui/section';
import type { Earlier } from './earlier';

const CREDIT = graphql(`fragment Credit_resource on Resource {
  url attribution licence { id label } contributors { name role { id label } }
}`);

/** Of the work, and of those it was adapted from. */
const ADDRESS = /(https?:\/\/[^\s()]+)/;

export function creditSection(masked: FragmentType<typeof CREDIT>, earlier?: Earlier): ReadingSection {
  const published = unmask(CREDIT, masked);
  const { licence, attribution, contributors, url } = earlier === undefined ? published : { ...published, ...earlier.credits };
  const address = licence === null ? null : licenceAddress(licence.id);
  return {
    id: 'credit', title: msg`Licence and credit`,
    body: (
      <>
        <Pairs
          pairs={[
            { term: msg`Licence`, says: licence === null ? null : address === null ? licence.label : <a href={address} rel="license">{licence.label}</a> },
            ...contributors.filter(({ role }) => role !== null).map(({ name, role }) => ({ term: role?.label ?? '', says: name })).filter(isFirstOfItsTerm),
            { term: msg`Credit`, says: attribution === null ? null : <CreditLine words={attribution} /> },
            { term: msg`Address`, says: <a href={url}>{url}</a> },
          ]}
        />
        <p className="small soft measure after"><Trans>The licence covers the words and the design. It does not cover people who appear, music, logos or fonts of others: those need their own consent or permission.</Trans></p>
      </>
    ),
  };
}

function CreditLine({ words }: { readonly words: string }): ReactElement {
  const { t } = useLingui();
  return (
    <>
      <span id="credit-line">{words.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <a key={at} href={part}>{part}</a> : part))}</span>
      <span className="needs-script copying">
        <button className="btn s" type="button" data-copy="credit-line" data-copied={t`Copied`} data-not-copied={t`Could not copy: select the words instead`}><Icon name="copy" /><Trans>Copy credit</Trans></button>
        <span className="status" role="status" />
      </span>
    </>
  );
}

/** Two people in the same role would give two equal terms; the credit line names them all. */
function isFirstOfItsTerm({ term }: { term: string }, index: number, all: readonly { term: string }[]): boolean {
  return all.findIndex((other) => other.term === term) === index;
}
