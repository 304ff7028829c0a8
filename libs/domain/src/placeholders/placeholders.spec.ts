import { describe, expect, it } from '@jest/globals';
import { type Content, CONTENT_FIELDS, wholeContent } from '../content/content.js';
import { placeholdersOf, replacedIn, wantedIn } from './index.js';

const playbook = (answers: object): Content => wholeContent(CONTENT_FIELDS.PLAYBOOK, { ...answers });
const found = (answers: object, names: readonly string[] = []) => placeholdersOf('PLAYBOOK', playbook(answers), String, names);
const texts = (text: string, names: readonly string[] = []): readonly string[] => found({ problem: text }, names).map((one) => one.text);

describe('a placeholder', () => {
  it.each<[string, readonly string[]]>([
    ['Come to [your university], room [room 2].', ['[your university]', '[room 2]']],
    ['Write to \\[service name\\] first.', ['[service name]']],
    ['Ask at YOUR CAREERS SERVICE for CONTACT NAME.', ['YOUR CAREERS SERVICE', 'CONTACT NAME']],
    ['Ring ___ before noon.', ['___']],
    ['Say {{service_name}} and {{ [x y] }}.', []],
    ['A [link](https://a.example), ![a picture](b.png), a note [1], [ ] to do, [x] done, [ref]: there', []],
    ['UCAS and HESA in the UK, YOUR', []],
    ['[an opened one, and [another one]', ['[another one]']],
    ['snake___case and {{___}}', []],
  ])('in “%s” is %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('is also the name of the institution that the original is of, by itself', () => {
    expect(texts('At Calderfold, CALDERFOLD and Calderfolders [here it is].', ['Calderfold'])).toEqual(['Calderfold', 'Calderfold', '[here it is]']);
    expect(texts('Anything', ['', ' '])).toEqual([]);
  });

  it('has the place of its field, and is not looked for in credits', () => {
    expect(found({ authors: [{ name: '[your name]' }], title: 'Drop-ins at [place]', steps: [{ id: 'a', title: 'Ask' }, { id: 'b', title: 'Ring [number of desk]' }] })).toEqual([
      { text: '[place]', path: 'title' }, { text: '[number of desk]', path: 'steps.1.title' },
    ]);
  });

  it('is found in a long hostile text at once', () => {
    const began = performance.now();
    for (const text of ['['.repeat(100_000), '_'.repeat(100_000), 'AB '.repeat(33_000), '{{'.repeat(50_000), 'YOUR '.repeat(20_000)]) texts(text, ['A']);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('of the placeholders of an original', () => {
  const original = wantedIn(found({ title: 'At [place]', problem: '[place] and [day] and [day]' }));

  it('all are open in an untouched copy', () => {
    expect(replacedIn(original, found({ title: 'At [place]', problem: '[place] and [day] and [day]' }))).toMatchObject({ total: 4, done: 0, open: [{ path: 'title' }, {}, {}, {}] });
  });

  it('those that were filled, or whose field is gone, are done; one that moved is open', () => {
    expect(replacedIn(original, found({ title: 'At the bus stop', problem: 'Monday and [day]', whatDidNotWork: '[place]' }))).toEqual({ total: 4, done: 2, open: [{ text: '[day]', path: 'problem' }, { text: '[place]', path: 'whatDidNotWork' }] });
  });

  it('new ones of the draft are none', () => {
    expect(replacedIn(original, found({ title: '[my own]', problem: '[day] [day] [day]' }))).toMatchObject({ total: 4, done: 2 });
  });
});
