/** As much of a DOM as reading HTML needs: a browser's, or that of any parser. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;
const NEVER_TEXT = new Set([
  'script', 'style', 'head', 'title', 'meta', 'link', 'xml', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video',
  'button', 'input', 'select', 'textarea', 'dialog', 'w:worddocument', 'o:officedocumentsettings',
]);
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5',
  'h6', 'header', 'hr', 'html', 'img', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);

export function nameOf(node: HtmlNode): string {
  return node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : '';
}

export function isText(node: HtmlNode): boolean {
  return node.nodeType === TEXT;
}

export function partsOf(node: HtmlNode): HtmlNode[] {
  return Array.from(node.childNodes);
}

export function attributeOf(node: HtmlNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

export function isBlock(node: HtmlNode): boolean {
  return BLOCKS.has(nameOf(node));
}

/** One property of an inline style, in lower case; Word's own ones too. */
export function styleOf(node: HtmlNode, property: string): string {
  const style = attributeOf(node, 'style').toLowerCase();
  if (!style.includes(property)) return '';
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim() === property) return declaration.slice(colon + 1).trim();
  }
  return '';
}

export function classesOf(node: HtmlNode): string {
  return ` ${attributeOf(node, 'class').toLowerCase()} `;
}

/** Deleted with tracked changes: `del` alone is struck through on purpose. */
export function isDeletion(node: HtmlNode): boolean {
  return classesOf(node).includes(' msodel ') || (nameOf(node) === 'del' && (attributeOf(node, 'cite') + attributeOf(node, 'datetime')) !== '');
}

/** What is not there for a reader: scripts, hidden text, a list's typed marker, the margin of comments. */
export function isSilent(node: HtmlNode): boolean {
  const name = nameOf(node);
  if (name === '') return !isText(node);
  if (NEVER_TEXT.has(name) || attributeOf(node, 'aria-roledescription') === 'checkbox') return true; // the picture of a box
  if (styleOf(node, 'display') === 'none' || styleOf(node, 'mso-hide') === 'all' || styleOf(node, 'mso-list') === 'ignore') return true;
  return /^(?:comment|annotation)/.test(styleOf(node, 'mso-element')) || /^(?:comment|annotation)/.test(styleOf(node, 'mso-special-character')) || classesOf(node).includes(' msocommentreference ');
}

/** Its text as it reads on one line, from whatever depth. */
export function textIn(root: HtmlNode): string {
  const waiting: (HtmlNode | ' ')[] = [root];
  const said: string[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ' ') said.push(next);
    else if (isText(next)) said.push(next.nodeValue ?? '');
    else if (next === root || !(isSilent(next) || isDeletion(next))) {
      const apart = isBlock(next) || nameOf(next) === 'br' ? [' ' as const] : [];
      waiting.push(...apart, ...partsOf(next).reverse(), ...apart);
    }
  }
  return said.join('');
}

/** Deeper than any sensible page; below it only the words are read. */
export const DEEPEST = 250;
