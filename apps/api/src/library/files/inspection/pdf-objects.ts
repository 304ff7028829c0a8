/**
 * Reads the objects of a PDF one after the other, to find its object streams. Strict on purpose: readers mend what is broken, each in a way of its own,
 * so whatever could be read in two ways throws here instead.
 */

/** Its entries in their order, each value in one spelling: `/FlateDecode`, `[ /FlateDecode ]`, `5 0 R`, `<< /Columns 4 >>`, `()` for any string. */
export type PdfEntries = readonly (readonly [name: string, value: string])[];
export interface PdfStream { readonly entries: PdfEntries; readonly from: number; readonly isObjectStream: boolean }
export interface PdfObjects { readonly streams: readonly PdfStream[]; readonly integers: ReadonlyMap<string, number | null> }

/** What no object stream can do without: its type, or the number behind `/First`, by which readers find what is packed in it. */
const MARKS = /\/ObjStm(?=[\0\t\n\f\r ()<>[\]{}/%]|$)|\/First(?=[\0\t\n\f\r ]*%|[\0\t\n\f\r ]+[+\d])/g;
const NUMBER_FOLLOWS = /[\0\t\n\f\r ]*%|[\0\t\n\f\r ]+[+\d]/y;
const SPACE = /[\0\t\n\f\r ]+/y;
const COMMENT = /%[^\r\n]*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<[\0\t\n\f\r 0-9A-Fa-f]*>/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;
const PLAIN = /^(?:[-+.\d]+|true|false|null)$/;
const OBJECT = /obj(?<=\d[\0\t\n\f\r ]*obj)(?=[\0\t\n\f\r ()<>[\]{}/%])/g;
const NUMBERED = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]*$/;
const STREAM = /stream(?:\r\n|\n)/y;
const STREAM_END = /[\0\t\n\f\r ]*endstream/y;
const DEEPEST = 60;
/** How far back a comment in front of `stream` is looked for. */
const LINE = 2_000;

/** `/J#61vaScript` is `/JavaScript`. */
export function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** How often something in this text, its escapes undone, could make a stream an object stream. */
export function countMarks(plain: string): number {
  return [...plain.matchAll(MARKS)].length;
}

/** Every stream of the file, in its order. `marks` is how many the whole file has: each must be a name in one of its objects, for what hides elsewhere is read by somebody too. */
export function readObjects(text: string, marks: number): PdfObjects {
  const reading = new Reading(text);
  reading.objects();
  if (reading.marks !== marks) throw new Error('a name of object streams outside the objects');
  for (const { index } of text.matchAll(/stream/g)) {
    if (!reading.begun.has(index) && couldBegin(text, index)) throw new Error('a stream outside the objects');
  }
  return reading;
}

/** Directly behind a dictionary, or with nothing but a comment between. */
function couldBegin(text: string, index: number): boolean {
  let before = index;
  while (before > 0 && isAt(SPACE, text, before - 1)) before -= 1;
  if (text.slice(before - 2, before) === '>>') return true;
  if (!/[\r\n]/.test(text.slice(before, index))) return false;
  const back = text.slice(Math.max(0, before - LINE), before);
  const line = back.slice(Math.max(back.lastIndexOf('\n'), back.lastIndexOf('\r')) + 1);
  return line.includes('%') || line.length === LINE;
}

class Reading implements PdfObjects {
  readonly streams: PdfStream[] = [];
  /** By their reference; null where revisions of the file disagree. */
  readonly integers = new Map<string, number | null>();
  /** Where the word `stream` stands of each. */
  readonly begun = new Set<number>();
  marks = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  objects(): void {
    for (;;) {
      OBJECT.lastIndex = this.at;
      const found = OBJECT.exec(this.text);
      if (found === null) return;
      this.at = found.index + 3;
      this.object(found.index);
    }
  }

  private object(index: number): void {
    const marks = this.marks;
    this.gap();
    if (this.text.startsWith('endobj', this.at)) return;
    if (!this.text.startsWith('<<', this.at)) { this.remember(index, this.value(0)); return; }
    const entries = this.entries(0);
    this.gap();
    if (!this.text.startsWith('stream', this.at)) return;
    this.begun.add(this.at);
    if (this.take(STREAM) === '') throw new Error('a stream that does not begin on a line of its own');
    this.streams.push({ entries, from: this.at, isObjectStream: this.marks > marks });
    this.at = this.endOfStream(entries);
  }

  private remember(index: number, value: string): void {
    const [, number, generation] = NUMBERED.exec(this.text.slice(Math.max(0, index - 40), index)) ?? [];
    if (number === undefined || !/^\d+$/.test(value)) return;
    const name = `${Number(number)} ${Number(generation)} R`;
    const before = this.integers.get(name);
    this.integers.set(name, before === undefined || before === Number(value) ? Number(value) : null);
  }

  private endOfStream(entries: PdfEntries): number {
    const length = entries.find(([name]) => name === 'Length')?.[1] ?? '';
    if (/^\d+$/.test(length) && endsAt(this.text, this.at + Number(length))) return this.at + Number(length);
    const end = this.text.indexOf('endstream', this.at);
    if (end < 0) throw new Error('a stream without an end');
    return end;
  }

  private entries(depth: number): PdfEntries {
    const entries: [string, string][] = [];
    this.at += 2;
    for (;;) {
      this.gap();
      if (this.text.startsWith('>>', this.at)) break;
      if (this.text[this.at] !== '/') throw new Error('an entry without a name');
      entries.push([this.name(), this.value(depth)]);
    }
    this.at += 2;
    return entries;
  }

  private value(depth: number): string {
    if (depth > DEEPEST) throw new Error('too deep');
    this.gap();
    switch (this.text[this.at]) {
      case '/': return `/${this.name()}`;
      case '(': return this.string();
      case '[': return this.array(depth);
      case '<': return this.text[this.at + 1] === '<' ? `<< ${this.entries(depth + 1).map(([name, value]) => `/${name} ${value} `).join('')}>>` : this.hex();
      default: return this.word();
    }
  }

  private array(depth: number): string {
    const values: string[] = [];
    this.at += 1;
    for (this.gap(); this.text[this.at] !== ']'; this.gap()) values.push(`${this.value(depth + 1)} `);
    this.at += 1;
    return `[ ${values.join('')}]`;
  }

  private name(): string {
    this.at += 1;
    const name = withoutEscapes(this.take(REGULAR));
    if (name === 'ObjStm' || (name === 'First' && isAt(NUMBER_FOLLOWS, this.text, this.at))) this.marks += 1;
    return name;
  }

  private string(): string {
    let open = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const letter = this.text[this.at];
      if (letter === '\\') this.at += 1;
      else if (letter === '(') open += 1;
      else if (letter === ')' && (open -= 1) === 0) { this.at += 1; return '()'; }
    }
    throw new Error('a string without an end');
  }

  private hex(): string {
    if (this.take(HEX) === '') throw new Error('a string that is none');
    return '()';
  }

  private word(): string {
    const reference = this.take(REFERENCE);
    if (reference !== '') return reference.split(/[\0\t\n\f\r ]+/).map((part) => (part === 'R' ? part : Number(part))).join(' ');
    const word = this.take(REGULAR);
    if (!PLAIN.test(word)) throw new Error('a word that no object holds');
    return word;
  }

  private gap(): void {
    while (this.take(SPACE) !== '' || this.take(COMMENT) !== '');
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? '';
    this.at += taken.length;
    return taken;
  }
}

/** Whether the stream's last byte may stand before this place. */
export const endsAt = (text: string, at: number): boolean => isAt(STREAM_END, text, at);

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
