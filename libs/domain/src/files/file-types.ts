// What may be attached to a resource, told by its content, and how large it may be.

export const FILE_TYPES = {
  'image/png': { label: 'PNG picture', extension: 'png', isImage: true },
  'image/jpeg': { label: 'JPEG picture', extension: 'jpg', isImage: true },
  'image/webp': { label: 'WebP picture', extension: 'webp', isImage: true },
  'application/pdf': { label: 'PDF', extension: 'pdf', isImage: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { label: 'Word document', extension: 'docx', isImage: false },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { label: 'PowerPoint slides', extension: 'pptx', isImage: false },
  'application/vnd.oasis.opendocument.text': { label: 'OpenDocument text', extension: 'odt', isImage: false },
  'application/vnd.oasis.opendocument.presentation': { label: 'OpenDocument slides', extension: 'odp', isImage: false },
} as const;
export type FileType = keyof typeof FILE_TYPES;

export function isFileType(value: string): value is FileType {
  return Object.hasOwn(FILE_TYPES, value);
}

const MEGABYTE = 1_000_000;
export const FILE_LIMITS = {
  pictureBytes: 25 * MEGABYTE,
  documentBytes: 50 * MEGABYTE,
  filesOfResource: 40,
  bytesOfResource: 200 * MEGABYTE,
  bytesOfInstitution: 5_000 * MEGABYTE,
  /** A picture is refused from its header above this, before a single pixel is decoded. */
  pixels: 50_000_000,
  /** A picture is made smaller until its longest side is this. */
  longestSide: 2_400,
  altText: 500,
  name: 120,
} as const;

/** The most that a file of this type may have. */
export function mostBytes(type: FileType): number {
  return FILE_TYPES[type].isImage ? FILE_LIMITS.pictureBytes : FILE_LIMITS.documentBytes;
}

/** A name that is safe in an address and in a download, with the extension that the content has, whatever the file was called. */
export function fileName(given: string, type: FileType): string {
  const last = given.normalize('NFKD').replace(/\p{M}/gu, '').split(/[\\/]/u).at(-1) ?? '';
  const stem = last.replace(/\.[^.]*$/u, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return `${stem.slice(0, FILE_LIMITS.name - 8) || 'file'}.${FILE_TYPES[type].extension}`;
}
