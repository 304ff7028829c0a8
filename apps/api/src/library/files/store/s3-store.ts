/** Files in a bucket of an S3-compatible store, reached with signed requests; nobody is ever sent there. */
import { AwsClient } from 'aws4fetch';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { S3Config } from '../../../platform/config/files.js';
import type { FileStore } from './file-store.js';

const PATIENCE_MS = 30_000;

export class S3Store implements FileStore {
  private readonly client: AwsClient;

  constructor(private readonly config: S3Config) {
    this.client = new AwsClient({ accessKeyId: config.keyId, secretAccessKey: config.secret, region: config.region, service: 's3', retries: 3 });
  }

  async put(key: string, bytes: Buffer, mediaType: string): Promise<void> {
    await this.ask('PUT', key, [200], { body: new Uint8Array(bytes), headers: { 'content-type': mediaType } });
  }

  async read(key: string): Promise<Readable | null> {
    const { status, body } = await this.ask('GET', key, [200, 404]);
    if (status === 404 || body === null) return null;
    return Readable.fromWeb(body as ReadableStream);
  }

  async remove(key: string): Promise<void> {
    await this.ask('DELETE', key, [200, 204, 404]);
  }

  private async ask(method: string, key: string, expected: readonly number[], init: RequestInit = {}): Promise<Response> {
    const answer = await this.client.fetch(`${this.config.bucketUrl}/${encodeURIComponent(key)}`, { ...init, method, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!expected.includes(answer.status)) throw new Error(`The store of files answered ${method} with ${answer.status}.`);
    return answer;
  }
}
