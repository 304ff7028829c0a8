/** The pictures of the draft, to choose from where one is put into a text. */
import { FILE_TYPES, isFileType } from '@passalong/domain';
import type { DraftFile } from './file-operations';
import { useFiles } from './use-files';

export function usePictures(): readonly DraftFile[] {
  const { files } = useFiles();
  return files.filter(({ mediaType, address }) => address != null && isFileType(mediaType) && FILE_TYPES[mediaType].isImage);
}
