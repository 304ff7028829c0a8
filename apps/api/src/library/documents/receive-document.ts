/** `POST /documents`: a person sends a document, and a draft begins with it. The body is the file; kind and name stand in the address. */
import { RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isFromOurPages } from '../../identity/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { DocumentCommands } from './document.commands.js';
import { DOCUMENT_PROBLEMS, type DocumentProblemCode, documentProblem } from './document-problem.js';

export const DOCUMENT_PATH = '/documents';
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;
/** A body that says it is no larger is taken in to its end before it is refused: an answer that comes earlier is lost where the line is slow. */
const MOST_TAKEN_IN = 5 * LARGEST_DOCUMENT;
/** As much as six changes: a thread is kept busy with it. */
const DOCUMENT_UNITS = 30;
const LONGEST_NAME = 200;

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };
const PROBLEM_STATUS: Readonly<Partial<Record<DocumentProblemCode, number>>> = { TOO_LARGE: 413, OTHER_SITE: 403, TOO_OFTEN: 429, BUSY: 503 };

export interface ReceivingParts { readonly documents: () => DocumentCommands; readonly publicUrl: string; readonly contextOf: (request: Request) => Promise<RequestContext> }

export function receiveDocument({ documents, publicUrl, contextOf }: ReceivingParts) {
  const readBody = express.raw({ type: () => true, limit: LARGEST_DOCUMENT, inflate: false });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== DOCUMENT_PATH || request.method !== 'POST') { next(); return; }
    response.set('cache-control', 'private, no-store');
    receive(request, response).catch((error: unknown) => {
      if (!(error instanceof DomainError) || STATUS[error.code] === undefined) { next(error); return; }
      afterwards(request, () => { response.status(STATUS[error.code] ?? 400).json({ id: null, problems: [{ code: error.code, message: error.message }] }); });
    });
  };

  async function receive(request: Request, response: Response): Promise<void> {
    const refuse = (code: DocumentProblemCode, seconds = 0): void => {
      if (seconds > 0) response.set('retry-after', String(seconds));
      afterwards(request, () => { response.status(PROBLEM_STATUS[code] ?? 422).json({ id: null, problems: [documentProblem(code)] }); });
    };
    if (!isFromOurPages(request, publicUrl)) return refuse('OTHER_SITE');
    const { viewer, allowance } = await contextOf(request);
    const { kind, name, acting } = request.query;
    const elsewhere = documents().admit(viewer, typeof acting === 'string' ? acting : null);
    const seconds = await allowance.spend(DOCUMENT_UNITS);
    if (seconds > 0) return refuse('TOO_OFTEN', seconds);
    if (elsewhere !== null) return refuse('OTHER_INSTITUTION');
    if (!isKind(kind) || typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) return refuse('UNKNOWN_FORMAT');
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_DOCUMENT) return refuse('TOO_LARGE');
    const bytes = await bodyOf(request, response);
    if (bytes === null) return refuse('TOO_LARGE');
    const outcome = await documents().start(viewer, { kind, fileName: fileNameOf(name), bytes });
    const [problem] = outcome.problems;
    const status = problem === undefined ? 201 : problem.code in DOCUMENT_PROBLEMS ? PROBLEM_STATUS[problem.code as DocumentProblemCode] ?? 422 : 422;
    response.status(status).json(outcome);
  }

  /** Null where more came than may. */
  function bodyOf(request: Request, response: Response): Promise<Buffer | null> {
    return new Promise((resolve, reject) => readBody(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      else if ((error as { type?: string }).type === 'entity.too.large') resolve(null);
      else reject(error);
    }));
  }
}

/** Answers once everything has arrived, or at once where too much is announced, or nothing. */
function afterwards(request: Request, answer: () => void): void {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (request.complete || !(announced <= MOST_TAKEN_IN)) answer();
  else request.once('end', answer);
  request.resume();
}

const isKind = (kind: unknown): kind is ResourceKind => (RESOURCE_KINDS as readonly unknown[]).includes(kind);

/** The name alone, without a folder and without signs that a screen does not show. */
function fileNameOf(name: string): string {
  return name.replace(/^.*[/\\]/s, '').replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim();
}
