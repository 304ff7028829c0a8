/** A store that speaks S3 as far as it is needed, and believes no request whose signature it cannot make itself. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = { keyId: 'PASSALONGTESTKEY', secret: 'a-secret-of-the-test', region: 'eu-west-2' };

export class S3Server {
  readonly objects = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  /** Answers that come before the right ones. */
  readonly failures: number[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      void bodyOf(request).then((body) => {
        const { status, bytes = Buffer.alloc(0) } = this.answer(request, body);
        response.writeHead(status).end(bytes);
      });
    });
  }

  static async start(): Promise<S3Server> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new S3Server(server);
  }

  get bucketUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/bucket`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, body: Buffer): { readonly status: number; readonly bytes?: Buffer } {
    const failure = this.failures.shift();
    if (failure !== undefined) return { status: failure };
    if (!isSigned(request, body)) return { status: 403 };
    const [key, kept] = [request.url ?? '', this.objects.get(request.url ?? '')];
    if (request.method === 'PUT') this.objects.set(key, { bytes: body, type: request.headers['content-type'] ?? '' });
    if (request.method === 'DELETE') this.objects.delete(key);
    if (request.method === 'GET') return kept === undefined ? { status: 404 } : { status: 200, bytes: kept.bytes };
    return { status: request.method === 'DELETE' ? 204 : 200 };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const mac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** AWS Signature Version 4, in the header. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, keyId, day, region, names, signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  if (keyId !== KEY.keyId || region !== KEY.region || day === undefined || names === undefined) return false;
  const payload = String(headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha(body)) return false;
  const canonical = [method, url, '', ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`), '', names, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce<Buffer>(mac, mac(mac(`AWS4${KEY.secret}`, day), region));
  return mac(key, text).toString('hex') === signature;
}
