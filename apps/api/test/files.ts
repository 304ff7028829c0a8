/** Sends files as the editor does, and makes some to send. */
import sharp from 'sharp';
import { deflateRawSync, deflateSync, crc32 } from 'node:zlib';
import type { TestPerson, World } from './world.js';

export interface Said { readonly status: number; readonly text: string; readonly headers: Headers }
const ORIGIN = { 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' };

export class Sender {
  constructor(private readonly world: World, readonly person: TestPerson | null) {}

  async ask(method: string, path: string, headers: Record<string, string> = {}, body: Buffer | null = null): Promise<Said> {
    const answer = await fetch(`${this.world.url}${path}`, { method, redirect: 'manual', headers: { ...ORIGIN, ...(this.person === null ? {} : { cookie: this.person.cookie }), ...headers }, ...(body === null ? {} : { body: new Uint8Array(body) }) });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  announce(resourceId: string, size: number, name = 'picture.png', headers: Record<string, string> = {}): Promise<Said> {
    const metadata = `resource ${Buffer.from(resourceId).toString('base64')},filename ${Buffer.from(name).toString('base64')}`;
    return this.ask('POST', '/files/uploads', { 'upload-length': String(size), 'upload-metadata': metadata, ...headers });
  }

  send(path: string, offset: number, bytes: Buffer): Promise<Said> {
    return this.ask('PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes);
  }

  /** Announces and sends all of it; the answer is to the last request. */
  async upload(resourceId: string, bytes: Buffer, name = 'picture.png'): Promise<Said & { readonly fileId: string }> {
    const announced = await this.announce(resourceId, bytes.length, name);
    const path = announced.headers.get('location') ?? '';
    if (announced.status !== 201) return { ...announced, fileId: '' };
    return { ...(await this.send(path, 0, bytes)), fileId: path.split('/').at(-1) ?? '' };
  }
}

export const picture = (width = 60, height = 40, format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 200 } } }).toFormat(format).toBuffer();

/** A picture of a few bytes that claims any size. */
export function claimedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

const crc = (data: Buffer): number => crc32(data);

export const pdf = (body = '1 0 obj\n<< /Type /Catalog >>\nendobj\n'): Buffer => Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');

/** Objects that stand packed in the file, as most writers keep them. */
export function packedPdf(objects: string, dictionary = '/Type /ObjStm /Filter /FlateDecode', pack: (objects: Buffer) => Buffer = deflateSync): Buffer {
  const packed = pack(Buffer.from(objects, 'latin1'));
  return Buffer.concat([Buffer.from(`%PDF-1.7\n2 0 obj\n<< ${dictionary} /N 1 /First 4 /Length ${packed.length} >>\nstream\n`, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n%%EOF\n', 'latin1')]);
}

/** What writers of today make: objects packed, and their places packed with a predictor. */
export function modernPdf(): Buffer {
  const [first, places] = [deflateSync(Buffer.from('1 0 << /Type /Catalog /Outlines 4 0 R >>', 'latin1')), deflateSync(Buffer.from([2, 0, 0, 0, 255, 2, 1, 0, 9, 0]))];
  const head = Buffer.from(`%PDF-1.7\n%\xe2\xe3\n2 0 obj\n<</Filter/FlateDecode/First 4/Length 6 0 R/N 1/Type/ObjStm>>stream\r\n`, 'latin1');
  const body = Buffer.from(`\r\nendstream\rendobj\r6 0 obj ${first.length} endobj\n4 0 obj << /First 5 0 R /Count -1 >> endobj\n5 0 obj << /Title (How to stream \\) and more (or less) obj) >> endobj\n`, 'latin1');
  const cross = Buffer.from(`3 0 obj\n<< /Type /XRef /W [1 2 1] /Size 2 /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length ${places.length} >>\nstream\n`, 'latin1');
  return Buffer.concat([head, first, body, cross, places, Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n', 'latin1')]);
}

/** A ZIP of these parts, in order. `claims` is the size that the headers tell of each instead of its own. */
export function zip(parts: Readonly<Record<string, string | Buffer>>, claims: number | null = null): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    // What tells the type of an OpenDocument file stands there as it is.
    const isPlain = name === 'mimetype';
    const packed = isPlain ? data : deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(isPlain ? 0 : 8, 4);
    head.writeUInt32LE(crc(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? data.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, rest, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('504b0506', 'hex'), end]);
}

const types = (main: string): string => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const docx = (more: Readonly<Record<string, string | Buffer>> = {}, claims: number | null = null): Buffer => zip({ '[Content_Types].xml': types(WORD), 'word/document.xml': '<document/>', ...more }, claims);
export const docm = (): Buffer => zip({ '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml'), 'word/document.xml': '<document/>', 'word/vbaProject.bin': 'macro' });
export const odt = (more: Readonly<Record<string, string | Buffer>> = {}): Buffer => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<document/>', ...more });
export const odp = (content: string): Buffer => zip({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': content });
/** The table behind a chart, as it stands in the file. */
export const xlsx = (more: Readonly<Record<string, string | Buffer>> = {}): Buffer => zip({ '[Content_Types].xml': types('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'), 'xl/workbook.xml': '<workbook/>', ...more });
export const xlsm = (): Buffer => zip({ '[Content_Types].xml': types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'xl/workbook.xml': '<workbook/>' });
