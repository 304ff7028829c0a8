/** The files of a version: pictures that its text does not show, and documents to save, each with its type and size. */
import { FILE_TYPES, isFileType } from '@passalong/domain';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { graphql, type FragmentType, unmask } from '../../graphql/generated';
import type { File_FileFragment } from '../../graphql/generated/graphql';
import { FileFacts } from '../../ui/file-facts';
import { WithheldPictures } from '../../ui/withheld-pictures';
import type { ReadingSection } from '../../ui/section';

const FILE = graphql(`fragment File_file on ResourceFile { id name mediaType size width height altText address withheld standsInText }`);
export const FILES = graphql(`fragment Files_resource on Resource { files { ...File_file } }`);

export type ShownFiles = readonly FragmentType<typeof FILE>[];

/** Nothing where every picture stands in the text and nothing else is attached. */
export function filesSection(files: ShownFiles): ReadingSection | null {
  const apart = files.map((file) => unmask(FILE, file)).filter(({ standsInText }) => !standsInText);
  return apart.length === 0 ? null : { id: 'files', title: msg`Files`, body: <ul className="plain voices">{apart.map((file) => <li key={file.id}><Shown file={file} /></li>)}</ul> };
}

function Shown({ file }: { readonly file: File_FileFragment }): ReactElement {
  const { name, mediaType, width, height, altText, address } = file;
  if (address == null) return <p className="soft">{altText ?? name}: <Withheld file={file} /></p>;
  const isImage = isFileType(mediaType) && FILE_TYPES[mediaType].isImage;
  return (
    <>
      {isImage ? <p><img src={address} alt={altText ?? ''} width={width ?? undefined} height={height ?? undefined} loading="lazy" /></p> : null}
      <p><a href={address} download={isImage ? undefined : name}>{name}</a></p>
      <FileFacts file={file} />
    </>
  );
}

/** One of the files, where an answer names it. */
export function NamedFile({ name, files }: { readonly name: string; readonly files: ShownFiles }): ReactElement {
  const file = files.map((masked) => unmask(FILE, masked)).find((found) => found.name === name);
  if (file === undefined) return <>{name} (<Trans>not among its files</Trans>)</>;
  return file.address == null ? <>{name}: <Withheld file={file} /></> : <a href={file.address} download={name}>{name}</a>;
}

function Withheld({ file: { withheld } }: { readonly file: File_FileFragment }): ReactElement {
  return withheld === 'REDACTED' ? <Trans>removed by a decision on the record.</Trans> : <Trans>not shown any more, because the agreement of the person in it has ended.</Trans>;
}

/** Around the texts of a page, so that a picture that is there no longer leaves words in its place. */
export function WithFiles({ files, children }: { readonly files: ShownFiles; readonly children: ReactNode }): ReactElement {
  const gone = files.map((file) => unmask(FILE, file)).filter(({ withheld }) => withheld != null);
  return <WithheldPictures value={new Set(gone.map(({ id }) => id))}>{children}</WithheldPictures>;
}
