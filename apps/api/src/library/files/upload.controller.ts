/** `/files/uploads`: where the editor sends files. Only a signed-in person, only from our own pages, only their own uploads. */
import { All, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isFromOurPages, readSessionToken, ViewerReader } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readApiId } from '../../platform/ids/ids.js';
import { allowanceOf } from '../../platform/rate-limits/allowance.js';
import { RateLimiter } from '../../platform/rate-limits/rate-limiter.js';
import { writer, type Person } from '../resources/resource.commands.js';
import { type Upload, UploadCommands, UploadRefusal } from './upload.commands.js';
import { Uploads } from './uploads.js';

/** An announcement locks and writes, as a mutation does. */
const UNITS: Readonly<Record<string, number>> = { POST: 5 };
const METHODS = ['POST', 'PATCH', 'HEAD', 'DELETE'];

@Controller('files/uploads')
export class UploadController {
  constructor(
    @Inject(CONFIG) private readonly config: Config, @Inject(ViewerReader) private readonly viewers: ViewerReader, @Inject(RateLimiter) private readonly limiter: RateLimiter,
    @Inject(Uploads) private readonly uploads: Uploads, @Inject(UploadCommands) private readonly commands: UploadCommands,
  ) {}

  @All()
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answering(request, response, async () => this.uploads.handle(await this.sender(request, response), request, response));
  }

  @All(':id')
  continue(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.answering(request, response, async () => {
      const person = await this.sender(request, response);
      const upload = await this.ownUpload(person, id);
      // Whoever did not hear that the last bytes arrived asks where to go on.
      if (upload.is_finished) {
        if (request.method !== 'HEAD') throw new UploadRefusal(409, 'This was uploaded already.');
        response.status(200).set({ 'tus-resumable': '1.0.0', 'upload-offset': String(upload.size), 'upload-length': String(upload.size), 'cache-control': 'no-store' }).end();
        return;
      }
      if (request.method === 'PATCH') await this.commands.assertOpen(person, upload);
      await this.uploads.handle(person, request, response);
      if (request.method === 'DELETE' && response.statusCode === 204) await this.commands.cancel(person, upload.id);
    });
  }

  private async sender(request: Request, response: Response): Promise<Person> {
    if (!METHODS.includes(request.method) || request.headers['x-http-method-override'] !== undefined) throw new UploadRefusal(405, 'Files are not asked for here.');
    if (!this.uploads.isOffered) throw new UploadRefusal(503, 'Whoever runs this installation has named no place for files yet.');
    if (request.method !== 'HEAD' && !isFromOurPages(request, this.config.publicUrl)) throw new UploadRefusal(403, 'Files are sent from our own pages only.');
    const viewer = await this.viewers.findByToken(readSessionToken(request.headers.cookie, this.config.publicUrl));
    const seconds = await allowanceOf(this.limiter, viewer, request).spend(UNITS[request.method] ?? 1);
    if (seconds > 0) {
      response.set('retry-after', String(seconds));
      throw new UploadRefusal(429, `That was more than we take in so short a time. Try again in ${seconds} seconds.`);
    }
    return writer(viewer);
  }

  /** Somebody else's and none answer alike. */
  private async ownUpload(person: Person, id: string): Promise<Upload> {
    const read = readApiId(id);
    const upload = read?.type === 'file' ? await this.commands.find(person, read.key) : null;
    if (upload === null) throw new UploadRefusal(404, 'There is no such upload.');
    return upload;
  }

  private async answering(request: Request, response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UploadRefusal) && !(error instanceof DomainError)) throw error;
      request.resume(); // whoever is still sending would otherwise see the connection break instead of the answer
      const status = error instanceof UploadRefusal ? error.status : (STATUS[error.code] ?? 400);
      response.status(status).set({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store' }).type('text/plain').send(error.message);
    }
  }
}

const STATUS: Readonly<Partial<Record<DomainError['code'], number>>> = { NOT_FOUND: 404, FORBIDDEN: 403, UNAUTHENTICATED: 401 };
