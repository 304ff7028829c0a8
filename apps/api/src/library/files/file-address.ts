/** `/files/<id>/<name>`, where a file is served. The id alone tells which one it is; the name is for people. */
import { apiId, readApiId } from '../../platform/ids/ids.js';

const ADDRESS = /^\/files\/([^/?#]+)\/[^/?#]/;

/** The key of a file by its id as we write it: another spelling would be another address of the same file. */
export function fileKeyOf(id: string): string | null {
  const read = readApiId(id);
  return read?.type === 'file' && apiId('file', read.key) === id ? read.key : null;
}

/** The key of the file at this address; null where it is a picture elsewhere. */
export function fileAt(address: string): string | null {
  return fileKeyOf(ADDRESS.exec(address)?.[1] ?? '');
}
