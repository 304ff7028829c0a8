/** The variants of a template, filled with the example, each with its count against the limit of its channel. */
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { Variants_ContentFragment } from '../../../graphql/generated/graphql';
import { UNITS } from '../../../ui/count-line';
import { Icon } from '../../../ui/icon';
import { Bullets, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { type Said, useWords } from '../../../ui/words';
import { filledVariants, type TextsOf } from './filled';
import { CAPTIONS, iconOf, LINKS, shapeOf } from './variant-words';

const VARIANTS = graphql(`fragment Variants_content on ContentTemplateContent {
  language
  variables { name type required default example choices }
  variants {
    id format { id label } durationSeconds slides aspectRatio hook onScreenText voiceOver caption subject preheader title documentTitle
    altText accessibilityNote captions audio linkPlacement callToAction
  }
  exampleRender { format { id } count unit limit hashtags }
  constraintsChecked { checkedOn }
}`);

type Content = Variants_ContentFragment;
type Variant = Content['variants'][number];
type ExampleRender = Content['exampleRender'][number];

export function variantsSection(masked: FragmentType<typeof VARIANTS>): ReadingSection | null {
  const content = unmask(VARIANTS, masked);
  if (content.variants.length === 0) return null;
  return { id: 'variants', title: msg`${plural(content.variants.length, { one: '# variant', other: '# variants' })}`, body: <Variants content={content} /> };
}

function Variants({ content }: { readonly content: Content }): ReactElement {
  const filled = filledVariants(content);
  return (
    <>
      <p className="soft measure after-s"><Trans>Filled with the example values. Change the words, and count again: limits move.</Trans></p>
      {content.variants.map((variant, at) => (
        <VariantShown key={variant.id} variant={variant} render={renderOf(content, variant)} textsOf={filled[at] ?? (() => [])} checkedOn={content.constraintsChecked?.checkedOn ?? null} />
      ))}
    </>
  );
}

interface ShownProps {
  readonly variant: Variant;
  readonly render: ExampleRender | null;
  readonly textsOf: TextsOf;
  readonly checkedOn: string | null;
}

function VariantShown({ variant, render, textsOf, checkedOn }: ShownProps): ReactElement {
  const { t } = useLingui();
  const words = useWords();
  const worded = (table: Readonly<Record<string, Said>>, key: string | null): string | null => words.say(table[key ?? ''] ?? '') || null;
  const one = (field: Parameters<TextsOf>[0]): string | null => textsOf(field)[0] ?? null;
  const [caption, onScreen, altText] = [one('caption'), textsOf('onScreenText'), textsOf('altText')];
  const name = variant.format?.label ?? t`Variant`;
  return (
    <section className="variant" aria-label={name}>
      <header>
        <h3><Icon name={iconOf(variant.format?.id)} /> {name}</h3>
        <span className="small soft">{shapeOf(variant, words)}</span>
      </header>
      <Part label={t`Document title`} text={one('documentTitle')} />
      <Part label={t`Subject`} text={one('subject')} />
      <Part label={t`Preheader`} text={one('preheader')} />
      <Part label={t`Title`} text={one('title')} />
      <Part label={t`First line`} text={one('hook')} />
      {onScreen.length === 0 ? null : (
        <div className="part">
          <h4><Trans>On screen, in order</Trans></h4>
          <ol className="slides">{onScreen.map((text, index) => <li key={index}>{text}</li>)}</ol>
        </div>
      )}
      <Part label={t`Voice-over`} text={one('voiceOver')} />
      {caption === null ? null : (
        <div className="part">
          <h4><Trans>Text</Trans></h4>
          <p className="txt">{caption}</p>
          {render === null ? null : <Count render={render} units={worded(UNITS, render.unit) ?? t`characters`} checkedOn={checkedOn} />}
        </div>
      )}
      {altText.length === 0 ? null : <div className="part"><h4><Trans>Alt text</Trans></h4><Bullets items={[...altText]} /></div>}
      <Pairs
        pairs={[
          { term: msg`Link`, says: worded(LINKS, variant.linkPlacement) },
          { term: msg`Captions`, says: worded(CAPTIONS, variant.captions) },
          { term: msg`Sound`, says: variant.audio === false ? t`None` : null },
          { term: msg`Access`, says: variant.accessibilityNote },
        ]}
      />
    </section>
  );
}

function Part({ label, text }: { readonly label: string; readonly text: string | null }): ReactElement | null {
  return text === null || text === '' ? null : <div className="part"><h4>{label}</h4><p className="txt">{text}</p></div>;
}

interface CountProps {
  readonly render: ExampleRender;
  readonly units: string;
  readonly checkedOn: string | null;
}

/** Count, limit, source and date stand together. */
function Count({ render: { count, limit, hashtags }, units, checkedOn }: CountProps): ReactElement | null {
  const { say, number, date } = useWords();
  if (count === null) return null;
  const isOver = limit !== null && count > limit;
  return (
    <p className={isOver ? 'limit over' : 'limit'}>
      <b>{limit === null ? <Trans>{number(count)} {units}, no limit known</Trans> : <Trans>{number(count)} of {number(limit)} {units}</Trans>}</b>
      {hashtags === null || hashtags === 0 ? null : `, ${say(msg`${plural(hashtags, { one: '# hashtag', other: '# hashtags' })}`)}`}
      {checkedOn === null ? null : <><br /><Trans>Limits as Passalong recorded them; checked {date(checkedOn)}</Trans></>}
    </p>
  );
}

/** The stored example of a variant's main texts, where the record has one for its format. */
function renderOf({ exampleRender }: Content, { format }: Variant): ExampleRender | null {
  return exampleRender.find((render) => render.format?.id === format?.id && format !== null) ?? null;
}
