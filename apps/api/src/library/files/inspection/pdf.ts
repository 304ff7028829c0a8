/**
 * Refuses PDFs that act: script, programs to start, files inside, forms that send. Names are looked for in the whole file, with the escapes that
 * hide them undone, and in every object stream, unpacked within bounds. An object stream is unpacked where it is packed as writers pack them, and in no
 * other way; what cannot be looked into, or could be read in two ways, is refused too.
 */
import { inflateSync } from 'node:zlib';
import { countMarks, endsAt, type PdfObjects, type PdfStream, readObjects, withoutEscapes } from './pdf-objects.js';

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/\/(?:JavaScript|Rendition)(?![A-Za-z])/, 'It holds script.'],
  [/\/Launch(?![A-Za-z])/, 'It would start a program.'],
  [/\/(?:EmbeddedFiles?|FileAttachment)(?![A-Za-z])|\/EF[\0\t\n\f\r ]*(?:<<|\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R)/, 'It holds another file.'],
  [/\/(?:RichMedia|Movie)(?![A-Za-z])/, 'It holds media that run.'],
  [/\/(?:XFA|SubmitForm|ImportData)(?![A-Za-z])/, 'It holds a form that sends or fetches data.'],
  [/\/Encrypt(?![A-Za-z])/, 'It is protected, so nobody can see what it holds.'],
];
/** What an object stream says of itself, and in what spelling. Anything else, such as a second filter, would change what stands in it. */
const SAID: Readonly<Record<string, RegExp>> = {
  Type: /^\/ObjStm$/, N: /^\d+$/, First: /^\d+$/, Length: /^\d+(?: \d+ R)?$/, DL: /^\d+$/, Extends: /^\d+ \d+ R$/,
  Filter: /^(?:\/FlateDecode|\[ \/FlateDecode \])$/, DecodeParms: /^(?:null|\[ null \]|<< (?:\/Predictor 1 )?>>)$/,
};
const MOST_UNPACKED = 64_000_000;
const refused = (why: string): string => `This PDF is not taken. ${why} Save it as a plain PDF (PDF/A) and send that.`;
const PACKED = refused('It is packed in a way that nobody can look into here.');
const UNCLEAR = refused('Parts of it can be read in more than one way.');

/** Null where it may be kept. */
export function pdfProblem(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-')) return refused('It does not begin as a PDF does.');
  if (!/%%EOF\s*$/.test(text.slice(-1_100))) return refused('Something follows its end, or its end is missing.');
  const plain = withoutEscapes(text);
  return activeIn(plain) ?? activeInStreams(bytes, text, countMarks(plain));
}

function activeIn(text: string): string | null {
  const found = ACTIVE.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : refused(found[1]);
}

function activeInStreams(bytes: Buffer, text: string, marks: number): string | null {
  // Without the names of object streams nothing is packed in one, and whatever else is odd about the file hides nothing.
  if (marks === 0) return null;
  let objects: PdfObjects;
  try {
    objects = readObjects(text, marks);
  } catch {
    return UNCLEAR;
  }
  let unpacked = 0;
  for (const stream of objects.streams.filter(({ isObjectStream }) => isObjectStream)) {
    const length = lengthOf(stream, objects);
    if (length === null || !endsAt(text, stream.from + length)) return PACKED;
    if (!stream.entries.some(([name]) => name === 'Filter')) continue; // it stands in the file as it is, and was looked at there
    try {
      const inside = inflateSync(bytes.subarray(stream.from, stream.from + length), { maxOutputLength: MOST_UNPACKED - unpacked });
      unpacked += inside.length;
      const problem = activeIn(withoutEscapes(inside.toString('latin1')));
      if (problem !== null) return problem;
    } catch {
      return PACKED;
    }
    if (unpacked >= MOST_UNPACKED) return refused('Unpacked, it is too large.');
  }
  return null;
}

/** Of an object stream that says what object streams say, each thing once; null of any other. */
function lengthOf({ entries }: PdfStream, { integers }: PdfObjects): number | null {
  const said = new Map(entries);
  if (said.size !== entries.length || entries.some(([name, value]) => !(Object.hasOwn(SAID, name) && SAID[name]?.test(value)))) return null;
  const length = said.get('Length');
  if (!said.has('Type') || length === undefined) return null;
  return length.endsWith('R') ? integers.get(length) ?? null : Number(length);
}
