/** The fixed choices of content fields, as people read them. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

const WORDS: Readonly<Record<string, MessageDescriptor>> = {
  string: msg`Short text`, text: msg`Long text`, url: msg`Web address`, handle: msg`Account name`, hashtag: msg`Hashtag`, date: msg`Date`, time: msg`Time`, number: msg`Number`, choice: msg`Choice`, list: msg`List`,
  open: msg`Always shown`, closed: msg`Can be switched on`, none: msg`None`,
  inline: msg`In the text`, bio: msg`In the profile`, sticker: msg`Sticker`, 'scan-code': msg`Code to scan`,
  save: msg`Save`, comment: msg`Comment`, share: msg`Share`, click: msg`Click`, scan: msg`Scan`, reply: msg`Reply`,
  fixed: msg`In this order`, any: msg`In any order`,
  followed: msg`Followed as written`, adapted: msg`Adapted`, partial: msg`Only parts of it`,
};

/** Null where a choice has no words yet: it is shown as it is written. */
export function choiceWords(value: string): MessageDescriptor | null {
  return WORDS[value] ?? null;
}
