/** Collects the labels and help of content fields and of channel facts, which the domain describes once, for translators: the English itself is the id. */
import { CHANGE_NOTE, CHANNEL_FACTS, CONTENT_FIELDS, type Described } from '@passalong/domain';
import type { ExtractorType } from '@lingui/conf';

const DESCRIPTIONS = /libs\/domain\/src\/content\/content\.ts$/;

export const contentWords: ExtractorType = {
  match: (filename) => DESCRIPTIONS.test(filename),
  extract(filename, _code, onMessageExtracted) {
    for (const word of new Set(wordsIn([...Object.values(CONTENT_FIELDS), CHANNEL_FACTS, CHANGE_NOTE]))) onMessageExtracted({ id: word, message: word, origin: [filename, 1, 0] });
  },
};

/** Every label and help below this value, however deep. */
function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { label, help } = value as Partial<Described>;
  return [...[label, help].filter((word) => typeof word === 'string' && word !== ''), ...Object.values(value).flatMap(wordsIn)] as string[];
}
