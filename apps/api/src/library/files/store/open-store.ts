/** The store that the settings name. */
import type { FilesConfig } from '../../../platform/config/files.js';
import type { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/** Null where the operator has named no place: nothing is uploaded then. */
export function openStore({ folder, s3 }: FilesConfig): FileStore | null {
  if (s3 !== null) return new S3Store(s3);
  return folder === null ? null : new FolderStore(folder);
}
