/** What the codes of a variant say on screen, and the icon of its channel. */
import { msg, plural } from '@lingui/core/macro';
import type { IconName } from '../../../ui/icon';
import type { Said, Words } from '../../../ui/words';

type Wording = Readonly<Record<string, Said>>;

export const LINKS: Wording = { none: msg`No link`, inline: msg`In the text`, bio: msg`In the bio`, sticker: msg`On a sticker`, 'scan-code': msg`By a code to scan` };
export const CAPTIONS: Wording = { open: msg`Open, always shown`, closed: msg`Closed, can be switched on`, none: msg`None` };

const ASKS: Wording = { save: msg`asks for a save`, comment: msg`asks for a comment`, share: msg`asks for a share`, click: msg`asks for a click`, scan: msg`asks for a scan`, reply: msg`asks for a reply` };

const CHANNEL_ICONS: readonly (readonly [string, IconName])[] = [
  ['instagram', 'ig'], ['linkedin', 'li'], ['tiktok', 'tt'], ['youtube', 'yt'], ['email', 'mail'], ['bluesky', 'bsky'], ['whatsapp', 'wa'],
];

export function iconOf(format: string | undefined): IconName {
  return CHANNEL_ICONS.find(([channel]) => format?.startsWith(`format:${channel}`))?.[1] ?? 'screen';
}

interface Shape { readonly slides: number | null; readonly durationSeconds: number | null; readonly aspectRatio: string | null; readonly callToAction: string | null }

/** `5 slides, 4:5, asks for a save`. */
export function shapeOf({ slides, durationSeconds, aspectRatio, callToAction }: Shape, { say, opening }: Words): string {
  const told = [
    slides === null ? null : say(msg`${plural(slides, { one: '# slide', other: '# slides' })}`),
    durationSeconds === null ? null : say(msg`${plural(durationSeconds, { one: '# second', other: '# seconds' })}`),
    aspectRatio,
    say(ASKS[callToAction ?? ''] ?? ''),
  ];
  return opening(told.filter(Boolean).join(', '));
}
