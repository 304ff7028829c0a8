/** A value an attribute may hold in a stored document. */
export type ProseAttribute = string | number | boolean | null;

/** Emphasis, a link or another inline mark on a piece of text. */
export interface ProseMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, ProseAttribute>>;
}

/** One node of a stored document: a block, a line break or a run of text. */
export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, ProseAttribute>>;
  readonly content?: readonly ProseNode[];
  readonly marks?: readonly ProseMark[];
  readonly text?: string;
}

/** A whole rich-text document as plain JSON, safe to store and to send. */
export interface ProseDocument extends ProseNode {
  readonly type: 'doc';
  readonly content: readonly ProseNode[];
}

/** The alignment of a table column; null leaves it to the reader's direction. */
export type ColumnAlignment = 'left' | 'center' | 'right' | null;

/** What a foreign Markdown text became, and what did not survive. */
export interface ForeignMarkdown {
  readonly document: ProseDocument;
  /** One sentence for each kind of construct that was dropped or changed. */
  readonly dropped: string[];
}

/** The answer of {@link validateDocument}. */
export type Validation =
  | { readonly ok: true; readonly document: ProseDocument }
  | { readonly ok: false; readonly problem: string };
