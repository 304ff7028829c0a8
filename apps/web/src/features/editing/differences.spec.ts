import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, RESOURCE_KINDS } from '@passalong/domain';
import { fromMarkdown } from '@passalong/prose';
import type { Writing } from './autosave';
import { contentToForm, formToInput } from './content-form';
import { filledInput } from './content.fixture';
import { chosenWriting, differences } from './differences';

const writing = (content: Writing['content'], visibility = 'MEMBERS'): Writing => ({ content, visibility, changeNote: '' });
const said = (markdown: string) => ({ document: fromMarkdown(markdown) });
const step = (id: string, title: string) => ({ id, title, instruction: said('How') });
const playbook = (change: Readonly<Record<string, unknown>>) => writing({ title: 'Drop-ins', summary: 'Commuters', problem: said('They leave early.'), steps: [step('aaaaaaaa', 'Plan'), step('bbbbbbbb', 'Stand there')], ...change });
const base = playbook({});
const found = (mine: Writing, theirs: Writing, from: Writing | null = base) => differences('PLAYBOOK', from, mine, theirs).map(({ path, suggested }) => [path, suggested]);

describe('Two texts of one draft', () => {
  it('differ nowhere when they say the same', () => {
    expect(found(base, playbook({}))).toEqual([]);
  });

  it('leave alone what only I changed, and suggest theirs where only they did', () => {
    expect(found(playbook({ title: 'Mine' }), playbook({ summary: 'Theirs' }))).toEqual([['summary', 'THEIRS']]);
  });

  it('are to be chosen between where both changed the same answer', () => {
    expect(found(playbook({ title: 'Mine' }), playbook({ title: 'Theirs' }))).toEqual([['title', 'MINE']]);
  });

  it('are compared step by step while the steps are the same', () => {
    const mine = playbook({ steps: [step('aaaaaaaa', 'Plan well'), step('bbbbbbbb', 'Stand there')] });
    const theirs = playbook({ steps: [step('aaaaaaaa', 'Plan'), step('bbbbbbbb', 'Stand at the stop')] });
    expect(found(mine, theirs)).toEqual([['steps.1.title', 'THEIRS']]);
    expect(chosenWriting(mine, differences('PLAYBOOK', base, mine, theirs), new Map()).content['steps']).toEqual([step('aaaaaaaa', 'Plan well'), step('bbbbbbbb', 'Stand at the stop')]);
  });

  it('are compared as a whole list once a step came or went', () => {
    expect(found(playbook({ steps: [step('aaaaaaaa', 'Plan')] }), playbook({ steps: [step('bbbbbbbb', 'Stand there'), step('cccccccc', 'New')] }))).toEqual([['steps', 'MINE']]);
  });

  it('differ in one mark of a rich text', () => {
    expect(found(playbook({}), playbook({ problem: said('They leave *early*.') }))).toEqual([['problem', 'THEIRS']]);
  });

  it('are all to be chosen between when nobody knows where they began', () => {
    expect(found(playbook({ title: 'Mine' }), playbook({}), null)).toEqual([['title', 'MINE']]);
  });

  it('may differ in who may read them', () => {
    const theirs = writing(base.content, 'PUBLIC');
    expect(found(base, theirs)).toEqual([['visibility', 'THEIRS']]);
    expect(chosenWriting(base, differences('PLAYBOOK', base, base, theirs), new Map())).toEqual(theirs);
  });

  it('may differ in what they say has changed', () => {
    const theirs = { ...base, changeNote: 'New step for rainy days' };
    expect(found(playbook({ title: 'Mine' }), theirs)).toEqual([['changeNote', 'THEIRS']]);
    expect(found({ ...base, changeNote: 'Mine' }, theirs)).toEqual([['changeNote', 'MINE']]);
    expect(chosenWriting(base, differences('PLAYBOOK', base, base, theirs), new Map())).toEqual(theirs);
  });

  it.each(RESOURCE_KINDS)('become theirs when everything of theirs is chosen in a %s', (kind) => {
    const fields = CONTENT_FIELDS[kind];
    const [mine, theirs] = [writing(filledInput(fields, 1)), writing(filledInput(fields, 2))];
    const all = differences(kind, null, mine, theirs);
    expect(chosenWriting(mine, all, new Map(all.map(({ path }) => [path, 'THEIRS' as const])))).toEqual(theirs);
    expect(formToInput(fields, contentToForm(fields, theirs.content))).toEqual(theirs.content);
  });
});
