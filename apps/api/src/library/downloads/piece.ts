/** A resource as something to read on paper: what every format of a download is written from. */

export interface TextRun {
  readonly text: string;
  readonly isStrong?: boolean;
  readonly isEmphasised?: boolean;
  readonly isStruck?: boolean;
  readonly isCode?: boolean;
  readonly href?: string;
}
export type Run = TextRun | 'BREAK';

export type Block =
  | { readonly type: 'HEADING'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly type: 'PARAGRAPH'; readonly runs: readonly Run[] }
  | { readonly type: 'LIST'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'TABLE'; readonly header: readonly (readonly Run[])[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly type: 'QUOTATION'; readonly blocks: readonly Block[] }
  | { readonly type: 'CODE'; readonly text: string }
  | { readonly type: 'RULE' };

export interface Piece {
  readonly title: string;
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** What the screen names as the source. */
  readonly source: string;
  readonly summary: string;
  readonly licence: string | null;
  /** Its page, which always shows this version. */
  readonly url: string;
  readonly publishedAt: string;
  /** Stands before the others and names them all. */
  readonly isCover?: boolean;
  /** Without the title, which each format writes in its own way. */
  readonly blocks: readonly Block[];
}

/** The title of a file with these in it. */
export const fileTitle = ([first, ...others]: readonly Piece[]): string => (first !== undefined && (others.length === 0 || first.isCover === true) ? first.title : 'From Passalong');

export const words = (text: string): readonly Run[] => [{ text }];
export const heading = (level: number, text: string): Block => ({ type: 'HEADING', level, runs: words(text) });
export const paragraph = (...runs: readonly Run[]): Block => ({ type: 'PARAGRAPH', runs });
/** A table whose cells are plain text. */
export const wordTable = (header: readonly string[], rows: readonly (readonly string[])[]): Block => ({ type: 'TABLE', header: header.map(words), rows: rows.map((row) => row.map(words)) });
