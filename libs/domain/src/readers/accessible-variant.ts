// The accessible reader, of one variant: whether what is seen and heard is there for those who do not see or hear it.

import type { ChannelProfile } from '../channels/channel-profile.js';
import type { Content } from '../content/content.js';
import { numberIn, textIn, textsIn } from '../content/parts.js';
import { type Remark, remarksOf } from './remark.js';

const PICTURES = new Set(['format:instagram-image', 'format:instagram-carousel', 'format:tiktok-photo']);
const FILMS = new Set(['format:instagram-reel', 'format:tiktok-video', 'format:linkedin-video', 'format:youtube-video', 'format:youtube-short', 'format:facebook-reel', 'format:snapchat-spotlight']);
const SOUNDS = new Set(['format:podcast-episode']);

/** @param path of the variant; @param hasTranscript whether the template states one for all its pieces */
export function accessibleVariant(variant: Content, path: string, profile: ChannelProfile | null, hasTranscript: boolean): readonly Remark[] {
  const format = textIn(variant['format']) ?? '';
  if (SOUNDS.has(format)) return transcript(variant, path, hasTranscript);
  if (FILMS.has(format) || numberIn(variant['durationSeconds']) !== null) return captions(variant, path);
  return profile?.takesAltText === true ? altTexts(variant, path) : [];
}

function altTexts(variant: Content, path: string): readonly Remark[] {
  const pictures = picturesOf(variant);
  const described = textsIn(variant['altText']).filter((text) => text.trim() !== '').length;
  if (described >= pictures) return [];
  const what = pictures === 1 ? 'The picture has no alt text' : `${pictures - described} of ${pictures} pictures have no alt text`;
  return [remarksOf('ACCESSIBLE', `${path}.altText`)('ALT_TEXT', '', `${what}, so people who do not see it miss what it says. Write what it shows, with the words that stand in it.`)];
}

/** As many as are stated; a shape or a format that is a picture is one. Whether a post without either carries a picture, nobody said. */
function picturesOf(variant: Content): number {
  const isPicture = PICTURES.has(textIn(variant['format']) ?? '') || textIn(variant['aspectRatio']) !== null;
  return numberIn(variant['slides']) ?? Math.max(isPicture ? 1 : 0, textsIn(variant['onScreenText']).length);
}

function captions(variant: Content, path: string): readonly Remark[] {
  const stated = textIn(variant['captions']);
  if (variant['audio'] === false || stated === 'open' || stated === 'closed') return [];
  const say = remarksOf('ACCESSIBLE', `${path}.captions`);
  if (stated === null) return [say('CAPTIONS', '', 'Nothing says whether this has captions. Many watch without sound, and some hear none: state open or closed captions, or that it has no sound.')];
  return textIn(variant['accessibilityNote']) === null ? [say('CAPTIONS', 'none', 'It has no captions, and no access note says what people who do not hear it get instead. Add captions, or write the note.')] : [];
}

/** In English, Welsh and Irish. */
const TRANSCRIPT = /transcript|trawsgrifiad|tras-?scríbhinn/i;

function transcript(variant: Content, path: string, hasTranscript: boolean): readonly Remark[] {
  if (hasTranscript || ['accessibilityNote', 'caption'].some((name) => TRANSCRIPT.test(textIn(variant[name]) ?? ''))) return [];
  return [remarksOf('ACCESSIBLE', `${path}.accessibilityNote`)('TRANSCRIPT', '', 'Nothing says where the transcript is. Whoever does not hear this needs its words: say in the access note where they stand.')];
}
