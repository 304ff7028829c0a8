import { describe, expect, it } from '@jest/globals';
import { type Content, CONTENT_FIELDS, type ResourceKind, wholeContent } from '../content/content.js';
import { changesInWords, comparedContents, type OutsideSpeech, type ToldChange, toldChanges } from './index.js';

const SPEECH: OutsideSpeech = { prose: (value) => ({ plain: String(value).replaceAll('*', ''), marked: String(value) }), term: (id) => id.toUpperCase(), link: (id) => `work ${id}` };
const told = (kind: ResourceKind, before: object, after: object): readonly ToldChange[] => {
  const [old, now] = [before, after].map((written) => wholeContent(CONTENT_FIELDS[kind], { ...written })) as [Content, Content];
  return toldChanges(kind, old, now, comparedContents(kind, old, now, (value) => SPEECH.prose(value).plain), SPEECH);
};
const brief = (changes: readonly ToldChange[]): readonly string[] => changes.map(({ is, section, item, other, texts }) => [
  is, section.label, ...(item === null ? [] : [`${item.name} ${item.placeBefore ?? '-'}>${item.placeAfter ?? '-'}`]), ...(other === null ? [] : [`with ${other.name}`]),
  ...texts.map(({ fields, place, marks }) => `${[...fields.map(({ label }) => label), ...(place === null ? [] : [place])].join('.')}: ${marks.map((mark) => (mark.is === 'SAME' ? mark.text : `[${mark.is === 'ADDED' ? '+' : '-'}${mark.text}]`)).join('|')}`),
].join(', '));
const steps = (...names: readonly string[]) => ({ steps: names.map((name, at) => ({ id: name, order: at + 1, title: `To ${name}` })) });
const withStep = (more: object) => ({ steps: [{ id: 'a', order: 1, title: 'A', ...more }, { id: 'b', order: 2, title: 'B' }, { id: 'c', order: 3, title: 'C' }] });

describe('changes are told', () => {
  it.each<[string, ResourceKind, object, object, readonly string[]]>([
    ['of nothing', 'PLAYBOOK', steps('ask', 'plan'), steps('ask', 'plan'), []],
    ['of a step that moved, by both its places', 'PLAYBOOK', steps('ask', 'plan', 'film'), steps('film', 'ask', 'plan'), ['MOVED, What you do, To film 3>1']],
    ['of steps that came and went, with all their answers but their number', 'PLAYBOOK', steps('ask'), steps('film'), ['REMOVED, What you do, To ask 1>-, Step: [-To ask]', 'ADDED, What you do, To film ->1, Step: [+To film]']],
    ['of a title', 'PLAYBOOK', { title: 'One old way' }, { title: 'One new way' }, ['EDITED, Title, : One |[-old]|[+new]| way']],
    ['of a part, under its name', 'PLAYBOOK', { theoryOfChange: { aim: 'More talk' } }, { theoryOfChange: { aim: 'More talk' , situation: 'Few come' } }, ['EDITED, Why it should work, Situation: [+Few come]']],
    ['of rich text by its words', 'PLAYBOOK', { problem: 'They *leave* early' }, { problem: 'They *leave* late' }, ['EDITED, The need, : They leave |[-early]|[+late]']],
    ['of rich text by its marks, where the words are the same', 'PLAYBOOK', { problem: 'They *leave* early' }, { problem: 'They leave early' }, ['EDITED, The need, : They |[-*]|leave|[-*]| early']],
    ['of tags by their labels, one by one', 'PLAYBOOK', { topics: ['a', 'b'] }, { topics: ['b', 'c'] }, ['EDITED, Topics, : [-A]|B|[+C]']],
    ['of a rise in money', 'PLAYBOOK', { resources: { directCost: { amount: '1.00', currency: 'GBP' } } }, { resources: { directCost: { amount: '2.00', currency: 'GBP' } } }, ['EDITED, Cost, Money: [-1.00 GBP]|[+2.00 GBP]']],
    ['of risks, where one was edited and one was put before it', 'PLAYBOOK', { risks: [{ risk: 'Rain', severity: 1 }, { risk: 'Snow', severity: 2 }] }, { risks: [{ risk: 'Wind', severity: 5 }, { risk: 'Rain', severity: 1 }, { risk: 'Snow', severity: 3 }] },
      ['EDITED, Risks, Risk.1: [+Wind], Severity.1: [+5], Severity.3: [-2]|[+3]']],
    ['of lines, each for itself', 'CONTENT_TEMPLATE', { doNot: ['Shout at people', 'Rush'] }, { doNot: ['Shout at students', 'Rush', 'Beg'] }, ['EDITED, Do not, 1: Shout at |[-people]|[+students], 3: [+Beg]']],
    ['of what a step waits for, by its name', 'PLAYBOOK', { steps: withStep({ dependsOn: [2] }).steps }, { steps: withStep({ dependsOn: [3] }).steps }, ['EDITED, What you do, A 1>1, After: [-B]|[+C]']],
    ['not of the order in which a step names what it waits for, which follows moves', 'PLAYBOOK', { steps: [{ id: 'a', order: 1, title: 'A' }, { id: 'b', order: 2, title: 'B' }, { id: 'c', order: 3, title: 'C', dependsOn: [1, 2] }] },
      { steps: [{ id: 'b', order: 1, title: 'B' }, { id: 'a', order: 2, title: 'A' }, { id: 'c', order: 3, title: 'C', dependsOn: [1, 2] }] }, ['MOVED, What you do, B 2>1']],
    ['of a variable, by its name', 'CONTENT_TEMPLATE', { variables: [{ id: 'v', name: 'campus', required: true }] }, { variables: [{ id: 'v', name: 'campus_name', required: false }] },
      ['RENAMED, Words that change, campus_name 1>1, Name: [-campus]|[+campus_name]', 'EDITED, Words that change, campus_name 1>1, Required: [-true]|[+false]']],
    ['of a variant, by the label of its format', 'CONTENT_TEMPLATE', { variants: [] }, { variants: [{ id: 'x', format: 'format:reel', hook: 'Look' }] }, ['ADDED, What you post, FORMAT:REEL ->1, Format: [+FORMAT:REEL], First line: [+Look]'.replace('First line', 'Hook')]],
    ['not of numbers that only count', 'PLAYBOOK', { steps: [{ id: 'a', order: 1, title: 'A' }] }, { steps: [{ id: 'a', order: 7, title: 'A' }] }, []],
    ['of material without words', 'PLAYBOOK', { extra: { a: 1 } }, { extra: { a: 2 } }, ['EDITED, Further material, : ']],
    ['of links, by what they lead to', 'CASE_STUDY', { playbookRef: 'p' }, { playbookRef: 'q' }, ['EDITED, Playbook followed, : [-work p]|[+work q]']],
  ])('%s', (_, kind, before, after, expected) => {
    expect(brief(told(kind, before, after))).toEqual(expected);
  });

  it.each<[string, object, object, string]>([
    ['nothing', steps('ask'), steps('ask'), 'Nothing in it was changed.'],
    ['one section', { title: 'One' }, { title: 'Two' }, 'It differs in “Title”.'],
    ['several, each once', { title: 'One', ...steps('ask') }, { title: 'Two', problem: 'Late', ...steps('plan', 'film') }, 'It differs in “Title”, “The need” and “What you do” (3 changes).'],
  ])('in one sentence, of %s', (_, before, after, expected) => {
    expect(changesInWords(told('PLAYBOOK', before, after))).toBe(expected);
  });

  it('of a step that was split, with the one it was taken out of', () => {
    const whole = { steps: [{ id: 'a', title: 'Film and cut', doneWhen: 'The clip is filmed in one take and the captions are corrected by hand.' }] };
    const two = { steps: [{ id: 'a', title: 'Film', doneWhen: 'The clip is filmed in one take' }, { id: 'b', title: 'Cut', doneWhen: 'and the captions are corrected by hand.' }] };
    expect(brief(told('PLAYBOOK', whole, two)).at(-1)).toMatch(/^ADDED, What you do, Cut ->2, with Film/);
    expect(brief(told('PLAYBOOK', two, whole))[0]).toMatch(/^REMOVED, What you do, Cut 2>-, with Film and cut/);
  });

  it('of two hundred long steps written anew, and of two hundred others, in bounded time', () => {
    const words = (seed: number, count: number): string => Array.from({ length: count }, (_, at) => `w${(at * 7919 + seed * 31) % 997}`).join(' ');
    const long = (prefix: string, seed: number) => ({ steps: Array.from({ length: 200 }, (_, at) => ({ id: `${prefix}${at}`, title: `Step ${at}`, instruction: words(seed + at, 700) })) });
    const began = performance.now();
    expect(told('PLAYBOOK', long('a', 1), long('a', 5))).toHaveLength(200);
    expect(told('PLAYBOOK', long('a', 1), long('b', 5))).toHaveLength(400);
    expect(told('PLAYBOOK', { problem: '职业规划'.repeat(20_000) }, { problem: '职业咨询'.repeat(20_000) })).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
