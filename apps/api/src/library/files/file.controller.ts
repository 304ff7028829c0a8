/** `/files/<id>/<name>`: serves a file by its id, whatever name is asked for, under the rule of what shows it, so that nothing in it can run here. Nobody is ever sent to the store. */
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { FILE_TYPES } from '@passalong/domain';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { readSessionToken, sendTooMany, ViewerReader } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { allowanceOf } from '../../platform/rate-limits/allowance.js';
import { RateLimiter } from '../../platform/rate-limits/rate-limiter.js';
import { fileKeyOf } from './file-address.js';
import { FileReader, type FoundFile } from './file.reader.js';
import { FILE_STORE, type FileStore } from './store/file-store.js';

/** A redaction reaches whoever has it after so long. */
const PUBLIC_SECONDS = 300;

@Controller('files')
export class FileController {
  constructor(
    @Inject(CONFIG) private readonly config: Config, @Inject(ViewerReader) private readonly viewers: ViewerReader, @Inject(RateLimiter) private readonly limiter: RateLimiter,
    @Inject(FileReader) private readonly reader: FileReader, @Inject(FILE_STORE) private readonly store: FileStore | null,
  ) {}

  @Get(':id/:name')
  async serve(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const viewer = await this.viewers.findByToken(readSessionToken(request.headers.cookie, this.config.publicUrl), { isRead: true });
    const seconds = await allowanceOf(this.limiter, viewer, request).spend(1);
    if (seconds > 0) { sendTooMany(response, seconds); return; }
    const key = fileKeyOf(id);
    const file = key === null ? null : await this.reader.find(viewer, key);
    if (file === null) { nothing(response); return; }
    response.set(headersOf(file));
    if (request.fresh) { response.status(304).end(); return; }
    const bytes = await this.store?.read(file.store_key) ?? null;
    if (bytes === null) { nothing(response); return; }
    response.set('content-length', String(file.size));
    if (request.method === 'HEAD') { bytes.destroy(); response.end(); return; }
    // Whoever goes away in the middle is no fault of ours.
    await pipeline(bytes, response).catch(() => response.destroy());
  }
}

/** Absent and invisible answer alike, and no cache keeps it. */
function nothing(response: Response): void {
  for (const name of ['etag', 'content-disposition']) response.removeHeader(name);
  response.status(404).set('cache-control', 'private, no-store').type('text/plain').send('There is nothing here that you may see.');
}

function headersOf({ media_type: type, name, store_key: key, isPublic }: FoundFile): Record<string, string> {
  return {
    'content-type': type,
    // Only pictures that were made here anew are shown; everything else is for saving.
    'content-disposition': `${FILE_TYPES[type].isImage ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': `sandbox; default-src 'none'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'private, no-cache',
    ...(isPublic ? {} : { vary: 'cookie' }),
    etag: `"${createHash('sha256').update(key).digest('base64url').slice(0, 22)}"`,
  };
}
