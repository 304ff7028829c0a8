import type { ReplacedWords } from './replace-words.js';
import type { ProseDocument, ProseNode } from './types.js';

export interface ProseImage {
  readonly src: string;
  readonly alt: string;
}

/** Every image of a document, in order. */
export function imagesOf({ content }: ProseDocument): readonly ProseImage[] {
  const within = (node: ProseNode): readonly ProseImage[] => (node.type === 'image' ? [imageOf(node)] : (node.content ?? []).flatMap(within));
  return content.flatMap(within);
}

/** Puts a paragraph with the words of `wordsFor` in the place of an image; where they are null, the image stays. */
export function replaceImages(document: ProseDocument, wordsFor: (image: ProseImage) => string | null): ReplacedWords {
  let count = 0;
  const inNode = (node: ProseNode): ProseNode => {
    const words = node.type === 'image' ? wordsFor(imageOf(node)) : null;
    if (words !== null) {
      count += 1;
      return { type: 'paragraph', content: [{ type: 'text', text: words }] };
    }
    return node.content === undefined ? node : { ...node, content: node.content.map(inNode) };
  };
  const content = document.content.map(inNode);
  return { document: count === 0 ? document : { ...document, content }, count };
}

const imageOf = ({ attrs }: ProseNode): ProseImage => ({ src: String(attrs?.['src'] ?? ''), alt: String(attrs?.['alt'] ?? '') });
