import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Content, CONTENT_FIELDS, type Json, RESOURCE_KINDS, type ResourceKind, wholeContent } from '../content/content.js';
import type { Field, Fields, Item } from '../content/field.js';
import { appliedChanges, type Change, changeKey, comparedContents, upstreamChanges, withOwnAnswers } from './index.js';

const step = (id: string, title: string, more: object = {}) => ({ id, title, ...more });
/** A playbook of these steps, numbered by their places. */
const playbook = (steps: readonly object[], more: object = {}): Content => wholeContent(CONTENT_FIELDS.PLAYBOOK, { steps: steps.map((each, at) => ({ order: at + 1, ...each })), ...more });
const [ask, plan, film, post, count] = ['ask', 'plan', 'film', 'post', 'count'].map((id) => step(id, `${id} the students`));
const plainOf = (value: Json): string => JSON.stringify(value);
const brief = (changes: readonly Change[]): readonly string[] => changes.map((change) => {
  if ('at' in change) return `${change.is} ${[change.at.list, change.at.id, ...change.at.field].filter((part) => part !== null).join('.')}`;
  return `${change.is} ${change.id}${change.is === 'ADDED' && change.splitFrom !== null ? ` from ${change.splitFrom}` : ''}${change.is === 'REMOVED' && change.joinedInto !== null ? ` into ${change.joinedInto}` : ''}`;
});
const between = (before: Content, after: Content) => brief(comparedContents('PLAYBOOK', before, after, plainOf));

describe('a comparison of steps', () => {
  const all = [ask, plan, film, post, count] as readonly object[];
  const of = (...steps: readonly (object | undefined)[]) => playbook(steps as readonly object[]);

  it.each<[string, Content, Content, readonly string[]]>([
    ['that are the same', playbook(all), playbook(all), []],
    ['one moved down is one change', playbook(all), of(plan, film, post, ask, count), ['MOVED ask']],
    ['one moved up is one change', playbook(all), of(count, ask, plan, film, post), ['MOVED count']],
    ['two that changed places are one change', playbook(all), of(ask, film, plan, post, count), ['MOVED film']],
    ['turned round', playbook(all), of(count, post, film, plan, ask), ['MOVED count', 'MOVED post', 'MOVED film', 'MOVED plan']],
    ['one added', of(ask, plan), of(ask, film, plan), ['ADDED film']],
    ['one removed', of(ask, film, plan), of(ask, plan), ['REMOVED film']],
    ['one renamed', of(ask), playbook([step('ask', 'Ask the graduates')]), ['RENAMED steps.ask.title']],
    ['one edited', of(ask), playbook([{ ...ask, doneWhen: 'Six answers.', outputs: ['notes'] }]), ['EDITED steps.ask.outputs', 'EDITED steps.ask.doneWhen']],
    ['one moved and renamed', of(ask, plan, film), of(plan, film, step('ask', 'Ask again')), ['MOVED ask', 'RENAMED steps.ask.title']],
    ['one removed and one with the same words under another id', of(ask, plan), of(step('new', 'ask the students'), plan), ['REMOVED ask', 'ADDED new']],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  it('tells a split step by where its words went', () => {
    const before = playbook([step('a', 'Film and cut', { doneWhen: 'The clip is filmed in one take and the captions are corrected by hand.' }), plan as object]);
    const after = playbook([step('a', 'Film', { doneWhen: 'The clip is filmed in one take' }), step('b', 'Cut', { doneWhen: 'and the captions are corrected by hand.' }), plan as object]);
    expect(between(before, after)).toEqual(['RENAMED steps.a.title', 'EDITED steps.a.doneWhen', 'ADDED b from a']);
    expect(between(after, before)).toEqual(['REMOVED b into a', 'RENAMED steps.a.title', 'EDITED steps.a.doneWhen']);
  });

  it('follows what waits for what through a move: numbers that change with the places are no edits', () => {
    const before = playbook([step('a', 'A'), step('b', 'B', { dependsOn: [1] }), step('c', 'C', { dependsOn: [1, 2] })]);
    const after = playbook([step('c', 'C', { dependsOn: [2, 3] }), step('a', 'A'), step('b', 'B', { dependsOn: [2] })]);
    expect(between(before, after)).toEqual(['MOVED c']);
    expect(appliedChanges('PLAYBOOK', before, comparedContents('PLAYBOOK', before, after))).toEqual(after);
  });

  it('stops waiting for a step that was taken out', () => {
    const before = playbook([step('a', 'A'), step('b', 'B', { dependsOn: [1] }), step('c', 'C', { dependsOn: [2] })]);
    const removal = comparedContents('PLAYBOOK', before, playbook([step('b', 'B'), step('c', 'C', { dependsOn: [1] })])).filter(({ is }) => is === 'REMOVED');
    expect(appliedChanges('PLAYBOOK', before, removal)['steps']).toMatchObject([{ id: 'b', order: 1, dependsOn: [] }, { id: 'c', order: 2, dependsOn: [1] }]);
  });

  it('tells answers apart by their parts', () => {
    const theory = (aim: string | null) => ({ theoryOfChange: { aim, inputs: ['time'] } });
    expect(between(playbook([], theory('One')), playbook([], theory('Two')))).toEqual(['EDITED theoryOfChange.aim']);
    expect(between(playbook([]), playbook([], { ...theory('One'), title: 'New title here' }))).toEqual(['EDITED title', 'EDITED theoryOfChange']);
  });

  it('compares a list whose items cannot be told apart as a whole', () => {
    expect(between(playbook([step('a', 'A'), step('a', 'B')]), playbook([step('a', 'A')]))).toEqual(['EDITED steps']);
  });
});

describe('changes', () => {
  it('between any two contents of a kind, made to the first, give the second', () => {
    fc.assert(fc.property(twoContents(), ([kind, before, after]) => {
      expect(appliedChanges(kind, before, comparedContents(kind, before, after, plainOf))).toEqual(after);
    }));
  });

  it('between a content and one edited from it give the edited one, and are none where nothing was done', () => {
    fc.assert(fc.property(twoContents(), fc.array(fc.nat()), ([kind, content, other], picks) => {
      const keys = Object.keys(CONTENT_FIELDS[kind]);
      const edited = { ...content, ...Object.fromEntries(picks.map((pick) => keys[pick % keys.length] ?? '').map((key) => [key, other[key] ?? null])) };
      expect(comparedContents(kind, content, content)).toEqual([]);
      expect(appliedChanges(kind, content, comparedContents(kind, content, edited))).toEqual(edited);
    }));
  });

  it('of a moved step alone are one change, wherever it goes', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat(), (length, pick, aim) => {
      const steps = Array.from({ length }, (_, at) => step(`s${at}`, `Step ${at}`));
      const [moved] = steps.slice(pick % length);
      const rest = steps.filter((each) => each !== moved);
      const after = [...rest.slice(0, aim % length), moved, ...rest.slice(aim % length)];
      const changes = comparedContents('PLAYBOOK', playbook(steps), playbook(after as object[]));
      expect(changes.length).toBe(aim % length === pick % length ? 0 : 1);
    }));
  });

  it('of forty steps with long texts are found at once', () => {
    const long = (word: string) => playbook(Array.from({ length: 40 }, (_, at) => step(`s${at}`, `Step ${at}`, { doneWhen: `${word} `.repeat(100), outputs: Array.from({ length: 50 }, (__, n) => `${word} ${n}`) })));
    const began = performance.now();
    expect(comparedContents('PLAYBOOK', long('one'), long('two'))).toHaveLength(80);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('upstream changes', () => {
  const base = playbook([ask, plan, film].map((each) => each as object), { title: 'Ask, plan and film', whatDidNotWork: null });
  const standings = (mine: Content, theirs: Content) => upstreamChanges('PLAYBOOK', base, mine, theirs).map(({ change, standing, merged }) => `${brief([change])[0]} ${standing}${merged === null ? '' : ' mergeable'}`);
  const withSteps = (...steps: readonly (object | undefined)[]) => playbook(steps as readonly object[], { title: 'Ask, plan and film', whatDidNotWork: null });
  const titled = (title: string) => ({ ...base, title });

  it.each<[string, Content, Content, readonly string[]]>([
    ['nothing of mine in the way', base, withSteps(ask, film, plan), ['MOVED film FREE']],
    ['made by both', titled('Ask and film it'), titled('Ask and film it'), ['EDITED title MADE']],
    ['two words of one text', titled('Ask, plan and film it'), titled('Listen, plan and film'), ['EDITED title CONFLICT mergeable']],
    ['the same word', titled('Ask, plan and cut'), titled('Ask, plan and post'), ['EDITED title CONFLICT']],
    ['they edit what I removed', withSteps(ask, film), withSteps(ask, { ...plan, doneWhen: 'Ready.' }, film), ['EDITED steps.plan.doneWhen CONFLICT']],
    ['they remove what I edited', withSteps(ask, { ...plan, doneWhen: 'Ready.' }, film), withSteps(ask, film), ['REMOVED plan CONFLICT']],
    ['they move what I edited', withSteps(ask, { ...plan, doneWhen: 'Ready.' }, film), withSteps(plan, ask, film), ['MOVED plan FREE']],
    ['both moved it elsewhere', withSteps(plan, ask, film), withSteps(ask, film, plan), ['MOVED film FREE']],
    ['both edited other parts of a step', withSteps({ ...ask, doneWhen: 'Six.' }, plan, film), withSteps({ ...ask, outputs: ['notes'] }, plan, film), ['EDITED steps.ask.outputs FREE']],
    ['both added', withSteps(ask, plan, film, post), withSteps(ask, plan, film, count), ['ADDED count FREE']],
  ])('%s', (_, mine, theirs, expected) => {
    expect(standings(mine, theirs)).toEqual(expected);
  });

  it('are taken one by one: two free changes taken, a conflict merged, one left', () => {
    const mine = { ...withSteps(ask, { ...plan, doneWhen: 'Ready.' }, film), title: 'Ask, plan and film it' };
    const theirs = { ...withSteps(plan, ask, step('film', 'Film twice'), post), title: 'Listen, plan and film' };
    const found = upstreamChanges('PLAYBOOK', base, mine, theirs);
    const chosen = found.flatMap(({ change, standing, merged }) => (change.is === 'RENAMED' ? [] : standing === 'CONFLICT' ? (merged ?? []) : [change]));
    const taken = appliedChanges('PLAYBOOK', mine, chosen);
    expect(taken['title']).toBe('Listen, plan and film it');
    expect((taken['steps'] as readonly Content[]).map(({ id, order, title, doneWhen }) => [id, order, title, doneWhen])).toEqual([
      ['plan', 1, 'plan the students', 'Ready.'], ['ask', 2, 'ask the students', null], ['film', 3, 'film the students', null], ['post', 4, 'post the students', null],
    ]);
  });

  it('to what I removed bring it back whole when taken, and once', () => {
    const mine = withSteps(ask, film);
    const found = upstreamChanges('PLAYBOOK', base, mine, withSteps(post, ask, { ...plan, title: 'plan it all', doneWhen: 'Ready.' }, film));
    expect((appliedChanges('PLAYBOOK', mine, found.filter(({ mine: met }) => met.length > 0).map(({ taken }) => taken))['steps'] as readonly Content[]).map(({ id, order, doneWhen }) => [id, order, doneWhen])).toEqual([['ask', 1, null], ['plan', 2, 'Ready.'], ['film', 3, null]]);
  });

  it('to rich text are merged by the hands that can read it', () => {
    const doc = (text: string) => ({ type: 'doc', text });
    const hands = { plain: String, merged: (...all: readonly unknown[]) => doc(all.map((one) => (one as { text: string }).text).join('|')) };
    const [before, own, other] = ['a', 'b', 'c'].map((text) => ({ ...base, problem: doc(text) })) as [Content, Content, Content];
    expect(upstreamChanges('PLAYBOOK', before, own, other, hands).map(({ merged }) => merged)).toMatchObject([{ before: doc('b'), after: doc('a|b|c') }]);
  });

  it('leave out what belongs to one work alone', () => {
    const theirs = { ...base, authors: [{ name: 'They' }], label: '2.0', licence: 'licence:cc0-1.0', reviewBy: '2027-01-01', title: 'Ask, plan and post' };
    expect(upstreamChanges('PLAYBOOK', base, base, withOwnAnswers(base, theirs)).map(({ change }) => changeKey(change))).toEqual(['EDITED:title']);
  });

  it('are told apart by their keys', () => {
    fc.assert(fc.property(twoContents(), ([kind, from, theirs]) => {
      const keys = comparedContents(kind, from, theirs).map(changeKey);
      expect(new Set(keys).size).toBe(keys.length);
    }));
  });

  it('all taken into an untouched content give theirs, and their own text has all of them already', () => {
    fc.assert(fc.property(twoContents(), ([kind, from, theirs]) => {
      const free = upstreamChanges(kind, from, from, theirs);
      expect(free.every(({ standing }) => standing === 'FREE')).toBe(true);
      expect(appliedChanges(kind, from, free.map(({ change }) => change))).toEqual(theirs);
      expect(upstreamChanges(kind, from, theirs, theirs).every(({ standing }) => standing === 'MADE')).toBe(true);
    }));
  });
});

/** Two contents of one kind in their whole form, with the same few answers: few ids, so that items stay, move, come and go. */
function twoContents(): fc.Arbitrary<readonly [ResourceKind, Content, Content]> {
  return fc.constantFrom(...RESOURCE_KINDS).chain((kind) => {
    const fields = Object.entries(CONTENT_FIELDS[kind]);
    const identified = fields.filter(([, field]) => field.type === 'list' && field.identified);
    return fc.subarray(fields, { maxLength: 4 }).chain((some) => {
      const content = anyFields(Object.fromEntries([...identified, ...some])).map((written) => wholeContent(CONTENT_FIELDS[kind], written));
      return fc.tuple(fc.constant(kind), content, content);
    });
  });
}

function anyFields(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fc.option(anyValue(field), { freq: 3 })])));
}

function anyValue(field: Field | Item): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'number': return field.counts === undefined ? fc.nat(9) : fc.integer({ min: 1, max: 5 });
    case 'flag': return fc.boolean();
    case 'object': return anyFields(field.fields);
    case 'list': return field.identified ? fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), item: anyValue(field.of) }), { selector: ({ id }) => id, maxLength: 5 }).map((items) => items.map(({ id, item }) => ({ ...(item as object), id }))) : fc.array(anyValue(field.of), { maxLength: 3 });
    case 'prose': return fc.constantFrom('one', 'two').map((text) => ({ type: 'doc', content: [{ type: 'text', text }] }));
    default: return fc.constantFrom('one two three four five', 'one two', 'six');
  }
}
