// Steps that wait for each other in a circle.

/**
 * The first circle that can be reached from the start, as the way round it with its beginning named again at the end; null where there is none.
 * `settled` collects what was seen to lead into none, so that looking from every start takes one pass.
 */
export function circleFrom<Key>(start: Key, waitsFor: ReadonlyMap<Key, readonly Key[]>, settled: Set<Key>): readonly Key[] | null {
  const open: Key[] = [];
  const stack: { key: Key; leave: boolean }[] = [{ key: start, leave: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.leave) { open.pop(); settled.add(top.key); continue; }
    if (open.includes(top.key)) return [...open.slice(open.indexOf(top.key)), top.key];
    if (settled.has(top.key)) continue;
    open.push(top.key);
    stack.push({ key: top.key, leave: true }, ...(waitsFor.get(top.key) ?? []).map((key) => ({ key, leave: false })));
  }
  return null;
}
