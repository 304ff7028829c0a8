/** Which styles of a Word file are headings by their outline level, whatever they are called. */
import { walkXml } from './xml-walk.js';

interface Style { name: string; basedOn: string | null; level: number | null }

/** By style id, the level from 1. A style inherits the level of the one it is based on. */
export function headingStyles(xml: string): ReadonlyMap<string, number> {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  walkXml(xml, {
    open: ({ name, attributes }, above) => {
      const value = attributes['val'] ?? '';
      if (name === 'style' && attributes['type'] === 'paragraph') styles.set(attributes['styleId'] ?? '', (current = { name: '', basedOn: null, level: null }));
      else if (name === 'style') current = null;
      if (current === null) return;
      if (name === 'name' && above.at(-1)?.name === 'style') current.name = value;
      if (name === 'basedOn') current.basedOn = value;
      if (name === 'outlineLvl' && /^[0-8]$/.test(value)) current.level = Number(value) + 1;
    },
  });
  return new Map([...styles.keys()].flatMap((id) => {
    const level = levelOf(styles, id);
    return level === null ? [] : [[id, level] as const];
  }));
}

function levelOf(styles: ReadonlyMap<string, Style>, id: string): number | null {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
    seen.add(at);
    const style = styles.get(at);
    const level = style?.level ?? Number(/^heading ([1-9])$/i.exec(style?.name ?? '')?.[1] ?? 0);
    if (level > 0) return level;
  }
  return null;
}
