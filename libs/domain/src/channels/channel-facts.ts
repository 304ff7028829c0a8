// What may be stated of a format, by the names that the vocabulary gives it. Whoever corrects a profile corrects these.

export const CHANNEL_FACTS = {
  lengthUnit: { kind: 'UNIT', label: 'How it counts characters' },
  captionMaxChars: { kind: 'COUNT', label: 'Text, at most' },
  captionMaxCharsInterface: { kind: 'COUNT', label: 'Text, at most, through publishing software' },
  maxBytes: { kind: 'COUNT', label: 'Text in bytes, at most' },
  hashtagsMax: { kind: 'COUNT', label: 'Hashtags, at most' },
  linkWeight: { kind: 'COUNT', label: 'What a link counts' },
  titleMaxChars: { kind: 'COUNT', label: 'Title, at most' },
  titleMaxCharsAdvised: { kind: 'COUNT', label: 'Title, better at most' },
  subjectMaxCharsAdvised: { kind: 'COUNT', label: 'Subject, better at most' },
  preheaderMaxCharsAdvised: { kind: 'COUNT', label: 'Preheader, better at most' },
  summaryMaxCharsAdvised: { kind: 'COUNT', label: 'Summary, better at most' },
  wordsMaxAdvised: { kind: 'COUNT', label: 'Words, better at most' },
  altText: { kind: 'FLAG', label: 'Takes alt text' },
  altTextMaxChars: { kind: 'COUNT', label: 'Alt text, at most' },
  itemsMax: { kind: 'COUNT', label: 'Pictures or slides, at most' },
  itemsMaxInterface: { kind: 'COUNT', label: 'Pictures or slides, at most, through publishing software' },
  pagesMax: { kind: 'COUNT', label: 'Pages, at most' },
  optionsMax: { kind: 'COUNT', label: 'Answers of a poll, at most' },
  durationMinSeconds: { kind: 'COUNT', label: 'Seconds, at least' },
  durationMaxSeconds: { kind: 'COUNT', label: 'Seconds, at most' },
  clickableLinks: { kind: 'FLAG', label: 'Links in the text can be followed' },
  captionsSupported: { kind: 'FLAG', label: 'Takes captions' },
} as const satisfies Readonly<Record<string, { readonly kind: 'COUNT' | 'FLAG' | 'UNIT'; readonly label: string }>>;
export type ChannelFact = keyof typeof CHANNEL_FACTS;

/** The largest number that means something here: Facebook takes 63,206 characters, a broadcast lasts hours. */
export const LARGEST_FACT = 1_000_000;

/** What is stated of a format, by name. */
export type ChannelFacts = Readonly<Record<string, unknown>>;

/** The facts after a correction: a value replaces what was stated, null takes it out, and what is not named stays. */
export function correctedFacts(facts: ChannelFacts, correction: ChannelFacts): ChannelFacts {
  return Object.fromEntries(Object.entries({ ...facts, ...correction }).filter(([, value]) => value !== null && value !== undefined));
}
