/**
 * Refuses PDFs that act: script, programs to start, files inside, forms that send. Names are looked for in the whole file, with the escapes that
 * hide them undone, and in every object stream, unpacked within bounds. What cannot be looked into is refused too.
 */
import { inflateSync } from 'node:zlib';

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/\/(?:JavaScript|Rendition)(?![A-Za-z])/, 'It holds script.'],
  [/\/Launch(?![A-Za-z])/, 'It would start a program.'],
  [/\/EmbeddedFiles?(?![A-Za-z])/, 'It holds another file.'],
  [/\/(?:RichMedia|Movie)(?![A-Za-z])/, 'It holds media that run.'],
  [/\/(?:XFA|SubmitForm|ImportData)(?![A-Za-z])/, 'It holds a form that sends or fetches data.'],
  [/\/Encrypt(?![A-Za-z])/, 'It is protected, so nobody can see what it holds.'],
];
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z])/;
const UNPACKABLE = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\s*(?:\])?(?![\s]*\/[A-Za-z]+Decode)/;
const MOST_UNPACKED = 64_000_000;
const FAR_BACK = 2_000;
const TAKE_OUT = 'Print it to a new PDF and try again.';
const refused = (why: string): string => `This PDF is not taken. ${why} ${TAKE_OUT}`;

/** Null where it may be kept. */
export function pdfProblem(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-')) return refused('It does not begin as a PDF does.');
  if (!/%%EOF\s*$/.test(text.slice(-1_100))) return refused('Something follows its end, or its end is missing.');
  const plain = withoutEscapes(text);
  return activeIn(plain) ?? activeInStreams(bytes, text);
}

function activeIn(text: string): string | null {
  const found = ACTIVE.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : refused(found[1]);
}

/** `/J#61vaScript` is `/JavaScript`. */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function activeInStreams(bytes: Buffer, text: string): string | null {
  let unpacked = 0;
  for (const { index, 0: opening } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const head = withoutEscapes(text.slice(Math.max(0, index - FAR_BACK), index));
    const own = head.slice(head.lastIndexOf(' obj') + 1);
    if (!OBJECT_STREAM.test(own)) continue;
    const from = index + opening.length;
    const packed = bytes.subarray(from, endOf(text, from));
    if (!/\/Filter/.test(own)) continue; // it stands in the file as it is, and was looked at there
    if (!UNPACKABLE.test(own)) return refused('It is packed in a way that nobody can look into here.');
    try {
      const inside = inflateSync(packed, { maxOutputLength: MOST_UNPACKED - unpacked, finishFlush: 2 });
      unpacked += inside.length;
      const problem = activeIn(withoutEscapes(inside.toString('latin1')));
      if (problem !== null) return problem;
    } catch {
      return refused('It is packed in a way that nobody can look into here.');
    }
    if (unpacked >= MOST_UNPACKED) return refused('Unpacked, it is too large.');
  }
  return null;
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('endstream', from);
  return end < 0 ? text.length : end;
}
