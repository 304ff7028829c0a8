/** Pictures that a text shows and that are there no longer, by the id in their address. */
import { createContext, useContext } from 'react';

export const WithheldPictures = createContext<ReadonlySet<string>>(new Set());

const PICTURE = /<img [^>]*?src="\/files\/(fil_[0-9a-z]{26})\/[^"]*"[^>]*>/g;
const ALT = / alt="([^"]*)"/;

/** Puts words in their place; `words` is told what the picture showed, escaped as it stood. */
export function withoutWithheld(html: string, gone: ReadonlySet<string>, words: (alt: string) => string): string {
  if (gone.size === 0) return html;
  return html.replace(PICTURE, (picture, id: string) => (gone.has(id) ? `<em>${words(ALT.exec(picture)?.[1] ?? '')}</em>` : picture));
}

export const useWithheld = (): ReadonlySet<string> => useContext(WithheldPictures);
