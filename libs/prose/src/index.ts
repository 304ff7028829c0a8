export { fromHtml } from './from-html.js';
export type { ReadHtml } from './from-html.js';
export type { HtmlLoss } from './html-inline.js';
export type { HtmlNode } from './html-node.js';
export { isExternalHref, isSafeHref } from './href.js';
export { isImageSource, isOwnFile } from './image-source.js';
export { imagesOf, type ProseImage, replaceImages } from './images.js';
export { toHtml } from './html.js';
export type { HtmlOptions } from './html.js';
export { fromForeignMarkdown, fromMarkdown } from './markdown.js';
export { isBlank, toPlain } from './plain.js';
export { replaceWords, type ReplacedWords } from './replace-words.js';
export { CALLOUT_TONES, isAlternative, proseSchema } from './schema.js';
export type { CalloutTone } from './schema.js';
export type {
  ColumnAlignment,
  ForeignMarkdown,
  ProseAttribute,
  ProseDocument,
  ProseMark,
  ProseNode,
  Validation,
} from './types.js';
export { PROSE_LIMITS, validateDocument } from './validate.js';
export { toMarkdown } from './write-markdown.js';
