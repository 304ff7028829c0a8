/** The extensions that Tiptap wants for every node and mark, made from the one schema. What they do beyond that stands in `behaviour.ts`. */
import { type AnyExtension, type Attributes, Mark, type MarkConfig, Node, type NodeConfig } from '@tiptap/core';
import { proseSchema } from '@passalong/prose';
import type { AttributeSpec } from '@tiptap/pm/model';

type Behaviour<Config> = Readonly<Record<string, Partial<Config>>>;

export function schemaExtensions(nodes: Behaviour<NodeConfig>, marks: Behaviour<MarkConfig>): AnyExtension[] {
  const found: AnyExtension[] = [];
  proseSchema.spec.nodes.forEach((name, { group, attrs, parseDOM, toDOM }) => {
    found.push(Node.create({
      name,
      topNode: name === proseSchema.topNodeType.name,
      group, // by which Tiptap knows a list
      addAttributes: () => attributes(attrs),
      ...(parseDOM === undefined ? {} : { parseHTML: () => parseDOM }),
      ...(toDOM === undefined ? {} : { renderHTML: ({ node }) => toDOM(node) }),
      ...nodes[name],
    }));
  });
  proseSchema.spec.marks.forEach((name, { attrs, parseDOM, toDOM }) => {
    found.push(Mark.create({
      name,
      addAttributes: () => attributes(attrs),
      ...(parseDOM === undefined ? {} : { parseHTML: () => parseDOM }),
      ...(toDOM === undefined ? {} : { renderHTML: ({ mark }) => toDOM(mark, true) }),
      ...marks[name],
    }));
  });
  return found;
}

/** The schema's own rules read attributes; Tiptap would read them once more, unchecked. */
function attributes(specs: Readonly<Record<string, AttributeSpec>> | undefined): Attributes {
  return Object.fromEntries(Object.keys(specs ?? {}).map((name) => [name, { parseHTML: () => null, keepOnSplit: name !== 'checked' }]));
}
