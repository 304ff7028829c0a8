// Puts values into the gaps of a text, and tidies up where there is nothing to put.

import type { Part } from './template-text.js';

/** The words for a gap; '' where it is left out, null where nobody knows, which leaves the gap as it is written. */
export type Filling = (name: string) => string | null;

/**
 * The text with its gaps filled, in one pass. Values are put in as they are and never read again, so braces in a value stay braces.
 *
 * Where a gap is left out, so are a `#` or `@` directly before it, one full stop, comma or semicolon directly after it, one of two spaces left side by
 * side or at the edge of a line, a line that it emptied, and then every line break beyond two in a row. Source: the rendering rules of record files;
 * the edges of lines are ours.
 */
export function filledText(parts: readonly Part[], filling: Filling): string {
  const lines = new Lines();
  for (const part of parts) {
    if ('text' in part) { lines.write(part.text); continue; }
    const words = filling(part.gap);
    if (words === '') lines.leaveOut();
    else lines.put(words ?? `{{${part.gap}}}`);
  }
  return lines.text();
}

class Lines {
  private readonly done: string[] = [];
  private line = '';
  /** A gap was left out in this line; in this text; as the last thing written. */
  private isTouched = false;
  private isAnyTouched = false;
  private isJustLeft = false;

  /** Words of the template. */
  write(text: string): void {
    const [first = '', ...rest] = text.split('\n');
    this.add(this.isJustLeft ? this.joined(first) : first);
    for (const line of rest) { this.endLine(); this.add(line); }
  }

  /** Words of a value. */
  put(text: string): void {
    this.isJustLeft = false;
    const [first = '', ...rest] = text.split('\n');
    this.add(first);
    for (const line of rest) { this.endLine(); this.add(line); }
  }

  leaveOut(): void {
    if (/[#@]$/.test(this.line)) this.line = this.line.slice(0, -1);
    this.isTouched = this.isAnyTouched = this.isJustLeft = true;
  }

  text(): string {
    this.closeGap();
    const isEmptied = this.isTouched && this.line.trim() === '';
    const text = (isEmptied ? this.done : [...this.done, this.line]).join('\n');
    return this.isAnyTouched ? text.replace(/\n{3,}/g, '\n\n') : text;
  }

  private joined(text: string): string {
    const rest = text.replace(/^[.,;]/, '');
    return rest.startsWith(' ') && (this.line === '' || this.line.endsWith(' ')) ? rest.slice(1) : rest;
  }

  private add(text: string): void {
    if (text === '') return;
    this.isJustLeft = false;
    this.line += text;
  }

  private endLine(): void {
    this.closeGap();
    if (!this.isTouched || this.line.trim() !== '') this.done.push(this.line);
    this.line = '';
    this.isTouched = false;
  }

  private closeGap(): void {
    if (this.isJustLeft && this.line.endsWith(' ')) this.line = this.line.slice(0, -1);
    this.isJustLeft = false;
  }
}
