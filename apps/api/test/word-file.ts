/** Makes Word files for tests, part by part, so that anything awkward can stand in them. */
import JSZip from 'jszip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:o="urn:schemas-microsoft-com:office:office"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  readonly body: string;
  /** Added to the styles that every file here has. */
  readonly styles?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Relationships of the document, as `id`, kind and target. */
  readonly relations?: readonly { readonly id: string; readonly kind: string; readonly target: string; readonly isExternal?: boolean }[];
  /** Any other part by its name. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

const style = (id: string, name: string, inside = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const level = (form: string): string => `<w:lvl w:ilvl="0"><w:numFmt w:val="${form}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${form}"/></w:lvl>`;
const PARAGRAPH_STYLES = ['1', '2', '3', '4', '5', '6'].map((number) => style(`Heading${number}`, `heading ${number}`)).join('') + style('Title', 'Title') + style('Quote', 'Quote');

/** Lists 1 and 2 are numbered, list 3 has bullets. */
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

export function wordFile({ body, styles = '', footnotes, comments, header, relations = [], parts = {} }: WordParts): Promise<Buffer> {
  const zip = new JSZip();
  const named = [['styles', `<w:styles ${W}>${PARAGRAPH_STYLES}${styles}</w:styles>`], ['numbering', NUMBERING], ['footnotes', footnotes], ['comments', comments], ['header1', header]] as const;
  const present = named.flatMap(([name, xml]) => (xml === undefined ? [] : [{ name, xml }]));
  zip.file('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`);
  zip.file('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}</w:body></w:document>`);
  zip.file('word/_rels/document.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${present.map(({ name }) => `<Relationship Id="part-${name}" Type="${RELATIONS}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`).join('')}${relations.map(({ id, kind, target, isExternal }) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${isExternal === true ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`);
  for (const { name, xml } of present) zip.file(`word/${name}.xml`, xml);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A part of its own, such as the footnotes. */
export const part = (name: string, inside: string): string => `<w:${name} ${W}>${inside}</w:${name}>`;

export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inside: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') || inside === '' ? inside : run(inside)}</w:p>`;
export const styled = (id: string, text: string): string => paragraph(text, `<w:pStyle w:val="${id}"/>`);
export const heading = (number: number, text: string): string => styled(`Heading${number}`, text);
export const item = (list: number, text: string, depth = 0): string => paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (inside: string, properties = ''): string => `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inside.startsWith('<') ? inside : paragraph(inside)}</w:tc>`;
export const table = (...rows: readonly (readonly string[])[]): string => `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
export const picture = (id: string, alt: string): string => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
export const textBox = (text: string): string => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
