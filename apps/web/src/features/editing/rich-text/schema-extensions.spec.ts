import { describe, expect, it } from '@jest/globals';
import { getSchemaByResolvedExtensions } from '@tiptap/core';
import { proseSchema } from '@passalong/prose';
import { MARK_BEHAVIOUR, nodeBehaviour } from './behaviour';
import { schemaExtensions } from './schema-extensions';

const words = { done: 'Done', elsewhere: 'Elsewhere', tones: {} };
const extensions = schemaExtensions(nodeBehaviour(words), MARK_BEHAVIOUR);
const schema = getSchemaByResolvedExtensions(extensions, undefined, proseSchema.spec);

const structure = ({ nodes, marks }: typeof proseSchema): unknown => ({
  nodes: Object.values(nodes).map(({ name, spec }) => [name, spec.content, spec.marks, spec.group, Object.keys(spec.attrs ?? {})]),
  marks: Object.values(marks).map(({ name, spec }) => [name, spec.inclusive, spec.excludes, Object.keys(spec.attrs ?? {})]),
});

describe('The schema of the editor', () => {
  it('is the schema that the server validates every document against', () => {
    expect(structure(schema)).toEqual(structure(proseSchema));
  });

  it('refuses the same attributes', () => {
    expect(() => schema.nodes['image']?.create({ src: 'javascript:alert(1)', alt: 'A chart' })).toThrow('An image has an https address');
    expect(() => schema.nodes['heading']?.create({ level: 1 })).toThrow('level 2, 3 or 4');
  });

  it('names nothing in its behaviour that the schema does not have', () => {
    for (const name of Object.keys(nodeBehaviour(words))) expect(proseSchema.nodes[name]).toBeDefined();
    for (const name of Object.keys(MARK_BEHAVIOUR)) expect(proseSchema.marks[name]).toBeDefined();
  });
});
