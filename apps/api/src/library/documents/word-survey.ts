/** Counts what stands in the text of a Word file, and takes out what the reader of the text would show or stumble over. */
import { PROSE_LIMITS } from '@passalong/prose';
import { DocumentRefusal } from './document-problem.js';
import type { Tally } from './document-report.js';
import { walkXml, type XmlElement } from './xml-walk.js';

/** Elements whose content is text like any other: the tags go, and what is between them stays. */
const UNWRAPPED = new Set(['fldSimple', 'dir', 'bdo']);
/** What stands within is not there for whoever accepts the changes, or is there a second time. */
const UNREAD = new Set(['del', 'moveFrom', 'Choice']);
const PROPERTIES = new Set(['rPr', 'trPr', 'pPr', 'tcPr', 'sectPr', 'numPr']);

interface Cut { readonly from: number; readonly to: number }

/** The XML without hidden runs and without tags that are not understood; the rest is counted into the tally. */
export function surveyed(xml: string, tally: Tally, forms: ReadonlyMap<string, string>): string {
  const survey = new Survey(tally, forms);
  walkXml(xml, { open: (element, above) => survey.open(element, above), close: (element, above, ended, closing) => survey.close(element, above, ended, closing) });
  return withoutCuts(xml, survey.cuts);
}

class Survey {
  readonly cuts: Cut[] = [];
  private unread = 0;
  private isHidden = false;
  /** The list and level of the numbered paragraph before this one. */
  private numbered: { readonly list: string; readonly level: string } | null = null;
  private current: { list: string; level: string } | null = null;
  private hasText = false;
  private paragraphs = 0;

  constructor(private readonly tally: Tally, private readonly forms: ReadonlyMap<string, string>) {}

  open(element: XmlElement, above: readonly XmlElement[]): void {
    const { name, attributes } = element;
    const parent = above.at(-1)?.name ?? '';
    this.countChange(name, parent);
    if (UNREAD.has(name) && !PROPERTIES.has(parent)) this.unread += 1;
    if (this.unread > 0) return;
    this.count(element, parent, above);
    if (name === 'vanish' && parent === 'rPr' && above.at(-2)?.name === 'r' && attributes['val'] !== '0' && attributes['val'] !== 'false') this.isHidden = true;
    if (name === 'numId' && parent === 'numPr') this.current = { list: attributes['val'] ?? '', level: this.current?.level ?? '0' };
    if (name === 'ilvl' && parent === 'numPr') this.current = { list: this.current?.list ?? '', level: attributes['val'] ?? '0' };
    if (name === 't') this.hasText = true;
    if (name === 'tbl') this.numbered = null;
  }

  close({ name, start, opened }: XmlElement, above: readonly XmlElement[], ended: number, closing: number): void {
    if (UNREAD.has(name) && !PROPERTIES.has(above.at(-1)?.name ?? '')) { this.unread -= 1; return; }
    if (this.unread > 0) return;
    if (name === 'r' && this.isHidden) {
      this.isHidden = false;
      this.tally.lose('HIDDEN_TEXT');
      this.cuts.push({ from: start, to: ended });
    }
    if (name === 'softHyphen') this.cuts.push({ from: start, to: ended });
    if (UNWRAPPED.has(name)) this.cuts.push({ from: start, to: opened }, ...(closing < ended ? [{ from: closing, to: ended }] : []));
    if (name === 'p') this.endParagraph();
  }

  private countChange(name: string, parent: string): void {
    if (this.unread > 0 || PROPERTIES.has(parent)) return;
    if (name === 'del' || name === 'moveFrom') this.tally.lose('TRACKED_DELETION');
    if (name === 'ins' || name === 'moveTo') this.tally.keep('TRACKED_INSERTION');
  }

  private count({ name, attributes }: XmlElement, parent: string, above: readonly XmlElement[]): void {
    const { tally } = this;
    if (name === 'del' && parent === 'trPr') tally.lose('TRACKED_DELETION');
    if (name === 'object' || (name === 'graphicData' && !/\/picture$/.test(attributes['uri'] ?? '') && !/wordprocessingShape|wordprocessingGroup|wordprocessingCanvas/.test(attributes['uri'] ?? ''))) tally.lose('EMBEDDED_OBJECT');
    if (name === 'oMath') tally.lose('EQUATION');
    if (name === 'altChunk') tally.lose('INSERTED_DOCUMENT');
    if (name === 'txbxContent') tally.keep('TEXT_BOX');
    if (name === 'softHyphen') tally.lose('SOFT_HYPHEN');
    if (name === 'checkbox' && above.some((outer) => outer.name === 'sdtPr')) tally.keep('CHECKBOX');
    if (name === 'checkBox' && parent === 'ffData') tally.keep('CHECKBOX');
  }

  /** A list with bullets after one with numbers stays a list of its own. */
  private isAnother(list: string, before: string): boolean {
    const isBulleted = (id: string): boolean => this.forms.get(id) === 'bullet';
    return list !== before && isBulleted(list) === isBulleted(before);
  }

  private endParagraph(): void {
    const { current, numbered } = this;
    if (current !== null && numbered !== null && current.level === '0' && this.isAnother(current.list, numbered.list)) this.tally.lose('LIST_JOINED');
    if (current !== null || this.hasText) this.numbered = current;
    if (this.hasText && (this.paragraphs += 1) > PROSE_LIMITS.nodes) throw new DocumentRefusal('TOO_LONG'); // as it would be in the end, after many seconds
    this.current = null;
    this.hasText = false;
  }
}

/** Cuts may lie within each other, and come in the order of their ends. */
function withoutCuts(xml: string, cuts: readonly Cut[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of [...cuts].sort((first, second) => first.from - second.from)) {
    if (from > at) kept.push(xml.slice(at, from));
    at = Math.max(at, to);
  }
  return [...kept, xml.slice(at)].join('');
}
