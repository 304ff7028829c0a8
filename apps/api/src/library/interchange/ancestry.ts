/** The order in which adaptations are imported: originals first. */

/** Ids in an order in which every original precedes its adaptations, and the circles, each from its smallest id back to it. */
export function byAncestry(originalOf: ReadonlyMap<string, string | null>): { order: readonly string[]; circles: readonly (readonly string[])[] } {
  const order: string[] = [];
  const circles: string[][] = [];
  const settled = new Set<string>();
  for (const start of originalOf.keys()) {
    const line: string[] = [];
    let id: string | null | undefined = start;
    while (id !== null && id !== undefined && originalOf.has(id) && !settled.has(id) && !line.includes(id)) {
      line.push(id);
      id = originalOf.get(id);
    }
    if (id !== null && id !== undefined && line.includes(id)) circles.push(fromSmallest(line.slice(line.indexOf(id))));
    for (const member of line.reverse()) { settled.add(member); order.push(member); }
  }
  return { order, circles };
}

function fromSmallest(circle: readonly string[]): string[] {
  const first = [...circle].sort()[0] ?? '';
  const at = circle.indexOf(first);
  return [...circle.slice(at), ...circle.slice(0, at), first];
}
