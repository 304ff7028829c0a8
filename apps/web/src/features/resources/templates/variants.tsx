/** The variants of a template, filled with the example, each with its count against the limit of its channel. */
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../../ui/icon';
import { Bullets, Pairs } from '../../../ui/lists';
import { counted, longDate, number, opening } from '../../../ui/words';
import { exampleValues, fill, renderOf, type Values } from './filled';
import type { ExampleRender, TemplateContent, Variant } from './types';

const CHANNEL_ICONS: readonly (readonly [string, IconName])[] = [
  ['instagram', 'ig'], ['linkedin', 'li'], ['tiktok', 'tt'], ['youtube', 'yt'], ['email', 'mail'], ['bluesky', 'bsky'], ['whatsapp', 'wa'],
];
const UNITS: Readonly<Record<string, string>> = { utf16: 'characters', graphemes: 'graphemes', weighted: 'weighted characters', 'chars-emoji-as-utf8-bytes': 'characters, emoji by their bytes' };
const ASKS: Readonly<Record<string, string>> = { save: 'asks for a save', comment: 'asks for a comment', share: 'asks for a share', click: 'asks for a click', scan: 'asks for a scan', reply: 'asks for a reply' };
const LINKS: Readonly<Record<string, string>> = { none: 'No link', inline: 'In the text', bio: 'In the bio', sticker: 'On a sticker', 'scan-code': 'By a code to scan' };
const CAPTIONS: Readonly<Record<string, string>> = { open: 'Open, always shown', closed: 'Closed, can be switched on', none: 'None' };

export function Variants({ content }: { readonly content: TemplateContent }): ReactElement {
  const values = exampleValues(content.variables);
  return (
    <>
      <p className="soft measure after-s">Filled with the example values. Change the words, and count again: limits move.</p>
      {content.variants.map((variant) => (
        <VariantShown key={variant.id} variant={variant} render={renderOf(content, variant)} values={values} checkedOn={content.constraintsChecked?.checkedOn ?? null} />
      ))}
    </>
  );
}

interface ShownProps {
  readonly variant: Variant;
  readonly render: ExampleRender | null;
  readonly values: Values;
  readonly checkedOn: string | null;
}

function VariantShown({ variant, render, values, checkedOn }: ShownProps): ReactElement {
  const says = (pattern: string | null, stored: string | null | undefined): string | null => stored ?? (pattern === null ? null : fill(pattern, values));
  const caption = says(variant.caption, render?.caption);
  return (
    <section className="variant" aria-label={variant.format?.label ?? 'Variant'}>
      <header>
        <h3><Icon name={iconOf(variant)} /> {variant.format?.label ?? 'Variant'}</h3>
        <span className="small soft">{shapeOf(variant)}</span>
      </header>
      <Part label="Document title" text={says(variant.documentTitle, render?.documentTitle)} />
      <Part label="Subject" text={says(variant.subject, render?.subject)} />
      <Part label="Preheader" text={says(variant.preheader, render?.preheader)} />
      <Part label="Title" text={says(variant.title, render?.title)} />
      <Part label="First line" text={says(variant.hook, null)} />
      {variant.onScreenText.length === 0 ? null : (
        <div className="part">
          <h4>On screen, in order</h4>
          <ol className="slides">{variant.onScreenText.map((text, index) => <li key={index}>{fill(text, values)}</li>)}</ol>
        </div>
      )}
      <Part label="Voice-over" text={says(variant.voiceOver, null)} />
      {caption === null ? null : (
        <div className="part">
          <h4>Text</h4>
          <p className="txt">{caption}</p>
          {render === null ? null : <Count render={render} checkedOn={checkedOn} />}
        </div>
      )}
      {variant.altText.length === 0 ? null : <div className="part"><h4>Alt text</h4><Bullets items={variant.altText.map((text) => fill(text, values))} /></div>}
      <Pairs
        pairs={[
          { term: 'Link', says: worded(LINKS, variant.linkPlacement) },
          { term: 'Captions', says: worded(CAPTIONS, variant.captions) },
          { term: 'Sound', says: variant.audio === false ? 'None' : null },
          { term: 'Access', says: variant.accessibilityNote },
        ]}
      />
    </section>
  );
}

function Part({ label, text }: { readonly label: string; readonly text: string | null }): ReactElement | null {
  return text === null || text === '' ? null : <div className="part"><h4>{label}</h4><p className="txt">{text}</p></div>;
}

/** Count, limit, source and date stand together. */
function Count({ render: { count, limit, unit, hashtags }, checkedOn }: { readonly render: ExampleRender; readonly checkedOn: string | null }): ReactElement | null {
  if (count === null) return null;
  const units = worded(UNITS, unit) ?? 'characters';
  const isOver = limit !== null && count > limit;
  return (
    <p className={isOver ? 'limit over' : 'limit'}>
      {limit === null ? <b>{number(count)} {units}, no limit known</b> : <b>{number(count)} of {number(limit)} {units}</b>}
      {hashtags === null || hashtags === 0 ? null : <>, {counted(hashtags, 'hashtag', 'hashtags')}</>}
      {checkedOn === null ? null : <><br />Limits as Passalong recorded them; checked {longDate(checkedOn)}</>}
    </p>
  );
}

function iconOf({ format }: Variant): IconName {
  return CHANNEL_ICONS.find(([channel]) => format?.id.startsWith(`format:${channel}`))?.[1] ?? 'screen';
}

function shapeOf({ slides, durationSeconds, aspectRatio, callToAction }: Variant): string {
  const words = [
    slides === null ? null : counted(slides, 'slide', 'slides'),
    durationSeconds === null ? null : counted(durationSeconds, 'second', 'seconds'),
    aspectRatio,
    worded(ASKS, callToAction),
  ];
  return opening(words.filter((word) => word !== null).join(', '));
}

function worded(words: Readonly<Record<string, string>>, key: string | null): string | null {
  return key === null ? null : (words[key] ?? null);
}
