import { describe, expect, it } from '@jest/globals';
import { editableSourceProblems, isWebAddress } from './editable-source.js';

describe('an editable source', () => {
  it.each(['https://design.example/board/12?copy=1#top', 'https://sub.design.example', 'HTTPS://design.example:8443/ä'])('may lead to %s', (link) => expect(isWebAddress(link)).toBe(true));
  it.each([
    'http://design.example', 'javascript:alert(1)', 'https:/design.example', 'https://', 'https:///x', 'https://user:secret@design.example/', 'https://design.example\\@elsewhere.example',
    'https://design.example/a b', 'https://design.example/\u0000', ' https://design.example', 'https://design.example/\nx', 'design.example', 'data:text/html,x', '//design.example',
  ])('never leads to %j', (link) => expect(isWebAddress(link)).toBe(false));

  const paths = (editableSource: object | null, ...files: string[]) => editableSourceProblems({ editableSource: editableSource as never }, new Set(files)).map(({ path }) => path);
  it('is asked for by nobody', () => expect([paths(null), paths({}), paths({ link: '', file: null, terms: 'CC BY' })]).toEqual([[], [], []]));
  it('names a wrong address and a file that is not there, each beside its field', () => expect(paths({ link: 'http://x', file: 'board.pptx' }, 'other.pptx')).toEqual(['editableSource.link', 'editableSource.file']));
  it('is sound with an address and a file that is there', () => expect(paths({ link: 'https://design.example', file: 'board.pptx' }, 'board.pptx')).toEqual([]));
});
