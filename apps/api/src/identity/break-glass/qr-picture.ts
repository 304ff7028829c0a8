/** A QR code as SVG, dark on white in every colour scheme, because that is what cameras read. */
import { encode } from 'uqr';
import { escapeHtml } from '../sign-in/page.js';

/** The quiet zone that the standard asks for, in modules. */
const BORDER = 4;
const PIXELS = 240;

export function qrPicture(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg role="img" aria-label="${escapeHtml(label)}" width="${PIXELS}" height="${PIXELS}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${dark}"/></svg>`;
}
