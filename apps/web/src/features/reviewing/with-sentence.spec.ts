import { describe, expect, it } from '@jest/globals';
import { withSentence } from './with-sentence';

describe('A common reason', () => {
  it('begins an empty message', () => {
    expect(withSentence(' ', 'Please add a source.')).toBe('Please add a source.');
  });

  it('follows what was written, once', () => {
    const once = withSentence('Clear and useful. ', 'Please add a source.');
    expect(once).toBe('Clear and useful. Please add a source.');
    expect(withSentence(once, 'Please add a source.')).toBe(once);
  });
});
