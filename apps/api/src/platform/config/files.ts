/** Where files are kept: a folder, or a bucket of an S3-compatible store. */
export interface FilesConfig {
  /** For what is kept and for uploads under way; with a bucket for the latter alone. */
  readonly folder: string | null;
  readonly s3: S3Config | null;
}

export interface S3Config {
  /** With the bucket, without a closing slash. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

export const FILES_SETTINGS = [
  { name: 'FILES_FOLDER', meaning: 'the folder for attached files and for uploads under way; several processes share one', default: '`files` beside the embedded PostgreSQL; otherwise none, and nothing is uploaded' },
  { name: 'FILES_S3_BUCKET_URL', meaning: 'keeps files in a bucket of an S3-compatible store instead: its address with the bucket, such as `https://s3.example/passalong-files`; `FILES_FOLDER` then holds uploads under way only', default: 'none' },
  { name: 'FILES_S3_REGION', meaning: 'the region that requests to it are signed for', default: '`us-east-1`' },
  { name: 'FILES_S3_KEY_ID', meaning: 'the id of the key that signs them', default: 'none; required with a bucket' },
  { name: 'FILES_S3_SECRET', meaning: 'the secret of that key', default: 'none; required with a bucket' },
] as const;

export function readFiles(env: Readonly<Record<string, string | undefined>>, problems: string[]): FilesConfig {
  const given = (name: string): string | null => env[name]?.trim() || null;
  const [folder, bucketUrl, keyId, secret] = [given('FILES_FOLDER'), given('FILES_S3_BUCKET_URL'), given('FILES_S3_KEY_ID'), given('FILES_S3_SECRET')];
  if (bucketUrl === null) return { folder, s3: null };
  if (!/^https?:$/.test(URL.canParse(bucketUrl) ? new URL(bucketUrl).protocol : '')) problems.push(`FILES_S3_BUCKET_URL must be an address such as https://s3.example/passalong-files, not "${bucketUrl}".`);
  if (keyId === null || secret === null) problems.push('FILES_S3_KEY_ID and FILES_S3_SECRET are required with FILES_S3_BUCKET_URL.');
  if (folder === null) problems.push('FILES_FOLDER is required with FILES_S3_BUCKET_URL: uploads under way are kept there.');
  return { folder, s3: { bucketUrl: bucketUrl.replace(/\/+$/, ''), region: given('FILES_S3_REGION') ?? 'us-east-1', keyId: keyId ?? '', secret: secret ?? '' } };
}
