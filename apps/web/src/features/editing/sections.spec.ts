import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, RESOURCE_KINDS } from '@passalong/domain';
import { BESIDE, KEPT, LEADING, NUMBERED, SECTIONS, sectionOf } from './sections';

describe.each(RESOURCE_KINDS)('The form of a %s', (kind) => {
  const placed = SECTIONS[kind].flatMap(({ fields }) => fields);

  it('shows every field in exactly one section', () => {
    expect([...placed, ...BESIDE, ...KEPT].sort()).toEqual(Object.keys(CONTENT_FIELDS[kind]).sort());
  });

  it('asks at first what a practice note needs, at most seven answers', () => {
    const first = SECTIONS[kind].filter(({ isFirst }) => isFirst).flatMap(({ fields }) => fields);
    const needed = Object.entries(CONTENT_FIELDS[kind]).filter(([name, { need }]) => need === 'NOTE' && !BESIDE.includes(name)).map(([name]) => name);
    expect(first).toEqual(expect.arrayContaining(needed));
    expect(first.length).toBeLessThanOrEqual(7);
  });

  it('finds the section of a field', () => {
    expect(sectionOf(kind, 'title')?.id).toBe('start');
    expect(sectionOf(kind, 'licence')).toBeNull();
  });
});

describe('The parts of an item', () => {
  it.each([...Object.entries(LEADING), ...Object.entries(NUMBERED).map(([name, { order, waitsFor }]) => [name, [order, waitsFor]] as const)])('are described for %s', (name, parts) => {
    const field = RESOURCE_KINDS.map((kind) => CONTENT_FIELDS[kind][name]).find((described) => described !== undefined);
    if (field?.type !== 'list' || field.of.type !== 'object') throw new Error(`${name} is no list of parts.`);
    expect(Object.keys(field.of.fields)).toEqual(expect.arrayContaining([...parts]));
  });
});
