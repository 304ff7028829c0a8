/** The type and size of a file, as people say them. */
import { FILE_TYPES, isFileType } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from './words';

interface Props { readonly file: { readonly mediaType: string; readonly size: number; readonly width?: number | null; readonly height?: number | null } }

export function FileFacts({ file: { mediaType, size, width, height } }: Props): ReactElement {
  const { number } = useWords();
  const type = isFileType(mediaType) ? FILE_TYPES[mediaType].label : mediaType;
  const amount = size < 1_000_000 ? <Trans>{number(Math.max(1, Math.round(size / 1_000)))} kB</Trans> : <Trans>{number(Math.round(size / 100_000) / 10)} MB</Trans>;
  return <p className="small soft">{type}, {amount}{width == null || height == null ? null : <>, {number(width)} × {number(height)}</>}</p>;
}
