import { describe, expect, it } from '@jest/globals';
import { fileName, redactedContent, redactedFileNames } from '../index.js';

const FILE = '/files/fil_01kb5vz9p4e7x8q2m3n6r0s1t2';

describe('The name of a file that holds the name of a person', () => {
  it.each([
    ['Sam-Reed.jpg', 'Sam Reed', 'file.jpg'], ['sam_reed-at-a-fair.png', 'Sam Reed', 'file.png'], ['Fair-Reed.pdf', 'reed', 'file.pdf'], ['Sam.Reed.docx', 'Sam Reed', 'file.docx'],
    [fileName('Zoë Müller.jpg', 'image/jpeg'), 'Zoë Müller', 'file.jpg'], [fileName("Aoife O'Neil.png", 'image/png'), 'Aoife O’Neil', 'file.png'],
    [`${FILE}/Sam-Reed.jpg`, 'Sam Reed', `${FILE}/file.jpg`], [`${FILE}/Sam%20Reed.jpg`, 'Sam Reed', `${FILE}/file.jpg`], [`https://passalong.example${FILE}/(Sam-Reed).jpg`, 'Sam Reed', `https://passalong.example${FILE}/file.jpg`],
    [`See ${FILE}/Sam-Reed.jpg), or Sam-Reed.pdf.`, 'Sam Reed', `See ${FILE}/file.jpg), or file.pdf.`],
  ])('%j without %j is %j', (text, phrase, expected) => {
    expect(redactedFileNames(text, phrase).value).toBe(expected);
    expect(redactedFileNames(expected, phrase)).toEqual({ value: expected, count: 0 });
  });

  it.each([
    ['Sam-Reeder.jpg', 'Sam Reed'], ['Samuel-Reed.jpg', 'Sam Reed'], ['Sam-Reed', 'Sam Reed'], ['https://example.org/Sam-Reed.jpg', 'Sam Reed'], ['https://example.org/?f=Sam-Reed.jpg', 'Sam Reed'], ['fair.jpg', 'jpg'], ['file.jpg', 'file'], ['Ask about Sam-Reed. Jpg', 'Sam Reed'], ['a.png', '李小龙 a'],
  ])('%j stays where %j is looked for', (text, phrase) => {
    expect(redactedFileNames(text, phrase)).toEqual({ value: text, count: 0 });
  });

  it('is followed by the template that names it as its editable source', () => {
    const replacing = { text: (text: string) => redactedFileNames(text, 'Sam Reed'), prose: (value: never) => ({ value, count: 0 }) };
    expect(redactedContent('CONTENT_TEMPLATE', { editableSource: { link: null, file: 'Sam-Reed.docx' } }, replacing)).toEqual({ value: { editableSource: { link: null, file: 'file.docx' } }, count: 1 });
  });

  it('is looked for in no more time than the text is long', () => {
    const began = performance.now();
    redactedFileNames(`${FILE}/${'-'.repeat(200_000)} ${'a.'.repeat(100_000)} ${`${FILE}/a`.repeat(5_000)}`, 'Sam Reed');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
