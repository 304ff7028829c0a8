/** The tus protocol, by which an upload goes on where it was cut off. What arrives waits in a folder until it is whole, and for a day at most. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { FileStore as IncomingFiles } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Request, Response } from 'express';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_LIMITS } from '@passalong/domain';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { apiId, readApiId } from '../../platform/ids/ids.js';
import type { Person } from '../resources/resource.commands.js';
import { StoredBytes } from './stored-bytes.js';
import { UPLOAD_HOURS, UploadCommands, UploadRefusal } from './upload.commands.js';

export const UPLOAD_PATH = '/files/uploads';
const SWEEP_MS = 3_600_000;
const STATUS: Readonly<Partial<Record<DomainError['code'], number>>> = { NOT_FOUND: 404, FORBIDDEN: 403, UNAUTHENTICATED: 401 };

@Injectable()
export class Uploads implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;
  private sweeping: NodeJS.Timeout | null = null;
  /** Who sent the request that the protocol is dealing with. */
  private readonly senders = new WeakMap<object, Person>();

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(UploadCommands) private readonly commands: UploadCommands, @Inject(StoredBytes) private readonly bytes: StoredBytes) {}

  async onApplicationBootstrap(): Promise<void> {
    const { folder } = this.config.files;
    if (folder === null) return;
    const incoming = join(folder, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const files = new IncomingFiles({ directory: incoming, expirationPeriodInMilliseconds: UPLOAD_HOURS * 3_600_000 });
    this.server = this.serverOver(files, incoming);
    this.sweeping = setInterval(() => { void this.sweep(); }, SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.sweeping !== null) clearInterval(this.sweeping);
  }

  /** Null where the operator has named no place for files. */
  get isOffered(): boolean {
    return this.server !== null;
  }

  async handle(person: Person, request: Request, response: Response): Promise<void> {
    this.senders.set(request, person);
    await this.server?.handle(request, response);
  }

  /** Every process does; what is gone already is gone. */
  async sweep(): Promise<void> {
    await this.server?.cleanUpExpiredUploads().catch(() => undefined);
    await this.commands.forgetOld().catch(() => undefined);
    await this.bytes.sweep().catch(() => undefined);
  }

  private serverOver(datastore: IncomingFiles, incoming: string): Server {
    const senderOf = (request: { runtime?: { node?: { req: object } } }): Person => {
      const sender = request.runtime?.node === undefined ? undefined : this.senders.get(request.runtime.node.req);
      if (sender === undefined) throw new Error('Nobody sent this.');
      return sender;
    };
    return new Server({
      path: UPLOAD_PATH, datastore, relativeLocation: true, maxSize: FILE_LIMITS.documentBytes, disableTerminationForFinishedUploads: true,
      allowedOrigins: [new URL(this.config.publicUrl).origin],
      namingFunction: async (request, metadata) => {
        const length = Number(request.headers.get('upload-length') ?? Number.NaN);
        const resource = readApiId(metadata?.['resource'] ?? '');
        return inWords(async () => {
          if (!Number.isInteger(length)) throw new UploadRefusal(400, 'Say how large the file is.');
          if (resource?.type !== 'resource') throw new UploadRefusal(404, 'There is nothing here that you may see.');
          return apiId('file', await this.commands.begin(senderOf(request), resource.key, length));
        });
      },
      onUploadFinish: async (request, upload) => {
        const read = readApiId(upload.id);
        try {
          await inWords(() => this.commands.finish(senderOf(request), { id: read?.key ?? '', path: join(incoming, upload.id), name: upload.metadata?.['filename'] ?? '' }));
        } finally {
          await datastore.remove(upload.id).catch(() => undefined);
        }
        return { status_code: 204 };
      },
      // Only words that are ours leave; what else went wrong is nobody's business.
      onResponseError: (_request, error) => (isAnswer(error) ? undefined : { status_code: 500, body: 'Something went wrong on our side. Try again.' }),
    });
  }
}

const isAnswer = (error: object): boolean => 'status_code' in error && 'body' in error;

/** As the protocol wants to hear a refusal. */
async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UploadRefusal) throw Object.assign(error, { status_code: error.status, body: error.message });
    if (error instanceof DomainError) throw Object.assign(error, { status_code: STATUS[error.code] ?? 400, body: error.message });
    throw error;
  }
}
