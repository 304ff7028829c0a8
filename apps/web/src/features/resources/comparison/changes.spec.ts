import { describe, expect, it } from '@jest/globals';
import { type Change, changedSections, type Run } from './change-groups';
import { shortened } from './shortened';

const run = (kind: Run['kind'], text: string): Run => ({ kind, text });
const about = (kind: Change['kind'], id: string, was: number | null, is: number | null, more: Partial<Change> = {}): Change =>
  ({ kind, section: { key: 'steps', label: 'What you do' }, item: { id, name: id, placeBefore: was, placeAfter: is }, other: null, texts: [], ...more });
const text = (...runs: readonly Run[]): Change['texts'][number] => ({ fields: [{ key: 'title', label: 'Step' }], place: null, type: 'TEXT', runs: [...runs] });
const title: Change = { kind: 'EDITED', section: { key: 'title', label: 'Title' }, item: null, other: null, texts: [{ ...text(run('REMOVED', 'a'), run('ADDED', 'b')), fields: [] }] };

describe('Changes', () => {
  it('stand by section, one item once, and what is gone where it stood', () => {
    const changes = [title, about('REMOVED', 'r', 2, null), about('ADDED', 'a', null, 4), about('MOVED', 'm', 3, 1), about('EDITED', 'm', 3, 1), about('EDITED', 'n', 1, 3), about('RENAMED', 'e', 2, 2)];
    const sections = changedSections(changes);
    expect(sections.map(({ key, texts, items }) => [key, texts.length, items.length])).toEqual([['title', 1, 0], ['steps', 0, 5]]);
    expect(sections[1]?.items.map(({ item, kinds }) => `${item.id} ${[...kinds].join(' ')}`)).toEqual(['m MOVED EDITED', 'r REMOVED', 'e RENAMED', 'n EDITED', 'a ADDED']);
  });

  it('show the name of what came or was renamed once, as its heading', () => {
    const [added, renamed] = changedSections([about('ADDED', 'Film', null, 1, { texts: [text(run('ADDED', 'Film')), text(run('ADDED', 'Done'))] }), about('RENAMED', 'Plan', 2, 2, { texts: [text(run('REMOVED', 'Draw'), run('ADDED', 'Plan'))] })])[0]?.items ?? [];
    expect([added?.name, added?.texts.length]).toEqual([[run('ADDED', 'Film')], 1]);
    expect([renamed?.name.length, renamed?.texts.length]).toEqual([2, 0]);
  });
});

describe('Words that stand on both sides', () => {
  const long = 'word '.repeat(200);
  it('are left out where they are far from a change, and not cut within a word or a character', () => {
    const both = shortened(long, { hasBefore: true, hasAfter: true });
    expect(both.length).toBeLessThan(330);
    expect(both.split(' … ').flatMap((part) => part.trim().split(' ')).every((word) => word === 'word')).toBe(true);
    expect(shortened(long, { hasBefore: false, hasAfter: false })).toBe(long);
    expect(shortened('short', { hasBefore: true, hasAfter: true })).toBe('short');
    expect(shortened('\u{1f3a4}'.repeat(500), { hasBefore: true, hasAfter: true })).not.toMatch(/\p{Surrogate}/u);
  });
});
