/** Where others find what they can change, and on what terms. */
import { msg } from '@lingui/core/macro';
import { isWebAddress } from '@passalong/domain';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { type Pair } from '../../../ui/lists';
import type { Words } from '../../../ui/words';
import { NamedFile, type ShownFiles } from '../files';

const SOURCE = graphql(`fragment EditableSource_content on ContentTemplateContent { editableSource { link file opensIn terms } }`);

/** What is said of it, each under its name; nothing where nobody said anything. */
export function editableSourcePairs(masked: FragmentType<typeof SOURCE>, files: ShownFiles, { opening }: Words): readonly Pair[] {
  const { editableSource } = unmask(SOURCE, masked);
  if (editableSource === null) return [];
  const { link, file, opensIn, terms } = editableSource;
  return [
    { term: msg`Address`, says: link === null || link === '' ? null : <Leading link={link} /> },
    { term: msg`File`, says: file === null || file === '' ? null : <NamedFile name={file} files={files} /> },
    { term: msg`Opens in`, says: opening(opensIn ?? '') },
    { term: msg`Terms`, says: opening(terms ?? '') },
  ];
}

/** It leads out, to a place that nobody here has looked at; what is no safe address is shown and leads nowhere. */
function Leading({ link }: { readonly link: string }): ReactElement {
  return isWebAddress(link) ? <a href={link} rel="noopener noreferrer nofollow ugc">{link.replace(/^https:\/\//i, '')}</a> : <>{link}</>;
}
