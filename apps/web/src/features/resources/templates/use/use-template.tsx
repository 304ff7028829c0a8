/** Fills a template: the words to change on one side, every piece with its counts on the other. All of it happens in this browser. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { exampleValues, type Profiles, type Values } from '@passalong/domain';
import { type ReactElement, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { PART_NAMES } from '../../../../ui/count-line';
import { Icon } from '../../../../ui/icon';
import { hasPairs, Pairs } from '../../../../ui/lists';
import { useWords } from '../../../../ui/words';
import { editableSourcePairs } from '../editable-source';
import { csvOf, download, plainTextOf } from './downloads';
import { FilledVariant } from './filled-variant';
import { forgetValues, keepValues, keptValues } from './kept-values';
import { rulesOf, type UsableTemplate } from './operations';
import { type Piece, piecesOf } from './piece';
import { SaveAsOurs } from './save-as-ours';
import { SeriesDays } from './series-days';
import './use.css';
import { VariableField } from './variable-field';

interface Props {
  readonly institutionName: string;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
  readonly template: UsableTemplate;
  readonly profiles: Profiles;
}

export function UseTemplate({ institutionName, signIn, template, profiles }: Props): ReactElement {
  const { t } = useLingui();
  const { slug, title, language, content } = template;
  const rules = useMemo(() => rulesOf(template), [template]);
  const examples = useMemo(() => exampleValues(rules), [rules]);
  const [values, setValues] = useState<Values>(() => ({ ...examples, ...keptValues(slug, rules) }));
  const [said, setSaid] = useState('');
  // Typing goes first; the pieces follow as soon as there is time.
  const shown = useDeferredValue(values);
  const pieces = useMemo(() => piecesOf(rules, content.variants, shown, profiles), [rules, content.variants, shown, profiles]);
  useEffect(() => keepValues(slug, rules, shown), [slug, rules, shown]);
  const startAgain = (): void => {
    forgetValues(slug);
    setValues(examples);
    setSaid(t`The example stands there again.`);
  };
  return (
    <div className="tpl">
      <header className="stack">
        <nav className="crumb" aria-label={t`You are here`}><ol><li><a href="/find?kind=content-template"><Trans>Content templates</Trans></a></li><li><a href={`/r/${slug}`}>{title}</a></li></ol></nav>
        <h1 tabIndex={-1}><Trans>Use this: {title}</Trans></h1>
        <p className="lead"><Trans>Change a field, and every piece and count follows. What you type stays in this browser.</Trans></p>
      </header>
      <form className="use" aria-labelledby="h-use" onSubmit={(event) => event.preventDefault()}>
        <h2 id="h-use"><Trans>Your words</Trans></h2>
        {rules.variables.length === 0 ? <p className="soft"><Trans>There is nothing to fill in: copy the pieces as they are.</Trans></p> : null}
        {rules.variables.map((variable, position) => {
          const told = content.variables[position];
          return told === undefined ? null : <VariableField key={told.id} variable={variable} told={told} position={position} value={values[variable.name] ?? ''} onChange={(value) => { setSaid(''); setValues((before) => ({ ...before, [variable.name]: value })); }} />;
        })}
        <p className="row"><button type="button" className="btn s" onClick={startAgain}><Trans>Back to the example</Trans></button><span className="small" role="status">{said}</span></p>
      </form>
      <div className="variants">
        <h2><Plural value={pieces.length} one="# piece, with your words in it" other="# pieces, with your words in them" /></h2>
        <Downloads slug={slug} title={title} pieces={pieces} />
        <p className="small soft measure"><Trans>Counts are a close reading of what each channel publishes, not its own answer. <a href="/channels">Limits of the channels</a></Trans></p>
        {pieces.map((piece) => <FilledVariant key={piece.key} piece={piece} language={language} />)}
        <SeriesDays template={template} />
        <Source template={template} />
        <DoNot items={content.doNot} />
        <SaveAsOurs template={template} rules={rules} values={values} institutionName={institutionName} signIn={signIn} />
      </div>
    </div>
  );
}

function Downloads({ slug, title, pieces }: { readonly slug: string; readonly title: string; readonly pieces: readonly Piece[] }): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const parts = (fields: (field: Piece['texts'][number]['field']) => boolean) => pieces.map((piece) => ({
    name: piece.name === '' ? t`Variant` : piece.name,
    parts: piece.texts.filter(({ field }) => fields(field)).map(({ field, position, text }) => ({ label: position === null ? say(PART_NAMES[field]) : `${say(PART_NAMES[field])} ${position + 1}`, text })),
  }));
  const brief = (): string => plainTextOf(t`Pictures for ${title}`, parts((field) => field === 'onScreenText' || field === 'altText').flatMap((piece, at) => {
    const shape = [pieces[at]?.variant.aspectRatio, pieces[at]?.variant.accessibilityNote].filter((words): words is string => typeof words === 'string' && words !== '');
    return piece.parts.length === 0 && shape.length === 0 ? [] : [{ ...piece, parts: [...(shape.length === 0 ? [] : [{ label: t`Shape and access`, text: shape.join('\n') }]), ...piece.parts] }];
  }));
  return (
    <p className="row">
      <button type="button" className="btn s" onClick={() => download(`${slug}.csv`, 'text/csv', csvOf(pieces))}><Icon name="copy" /><Trans>Table for a scheduler (CSV)</Trans></button>
      <button type="button" className="btn s" onClick={() => download(`${slug}.txt`, 'text/plain', plainTextOf(title, parts(() => true)))}><Trans>Plain text</Trans></button>
      <button type="button" className="btn s" onClick={() => download(`${slug}-pictures.txt`, 'text/plain', brief())}><Trans>Brief for pictures</Trans></button>
    </p>
  );
}

function Source({ template: { content, files } }: { readonly template: UsableTemplate }): ReactElement | null {
  const pairs = editableSourcePairs(content, files, useWords());
  return hasPairs(pairs) ? <section className="variant" aria-labelledby="h-source"><h3 id="h-source"><Trans>Editable source</Trans></h3><Pairs pairs={pairs} /></section> : null;
}

function DoNot({ items }: { readonly items: readonly string[] }): ReactElement | null {
  if (items.length === 0) return null;
  return <section className="variant" aria-labelledby="h-do-not"><h3 id="h-do-not"><Trans>Do not</Trans></h3><ul className="bul">{items.map((item) => <li key={item}>{item}</li>)}</ul></section>;
}
