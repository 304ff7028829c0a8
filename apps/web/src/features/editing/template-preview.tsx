/** What will be posted, beside the text as it is written: every variant filled with its examples, counted as its channel counts, and what stands in the way. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type Content, exampleValues, problemPath, type Profiles, renderVariant, seriesPlanOf, type Template, type ToldSeries, type TemplateProblem, templateOf, templateProblems } from '@passalong/domain';
import { type MouseEvent, type ReactElement, useMemo } from 'react';
import { CountLine, PART_NAMES } from '../../ui/count-line';
import { Icon } from '../../ui/icon';
import { PlannedSeries } from '../../ui/series-plan';
import '../../ui/variants.css';
import { useWords } from '../../ui/words';
import type { Writing } from './autosave';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';
import { useKnownChannels } from './use-known-channels';

export function TemplatePreview({ content }: { readonly content: Writing['content'] }): ReactElement | null {
  const { profiles, names } = useKnownChannels();
  const template = useMemo(() => templateOf(content as Content), [content]);
  const problems = useMemo(() => templateProblems(template, profiles), [template, profiles]);
  const plan = useMemo(() => seriesPlanOf(content['series'] as ToldSeries | null, null), [content]);
  if (template.variants.length === 0 && plan === null) return null;
  return (
    <section aria-labelledby="preview-heading" className="stack">
      <h2 id="preview-heading"><Trans>As it will read</Trans></h2>
      <p className="small soft"><Trans>Filled with your examples. Counts are a close reading of what each channel publishes.</Trans></p>
      <Problems problems={problems} />
      {template.variants.map((variant, at) => <Preview key={variant.id ?? at} template={template} at={at} name={names.get(variant.format ?? '') ?? ''} profiles={profiles} />)}
      {plan === null ? null : <section className="variant" aria-labelledby="series-heading"><h3 id="series-heading"><Trans>The series</Trans></h3><PlannedSeries plan={plan} language={template.language} /></section>}
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly TemplateProblem[] }): ReactElement | null {
  if (problems.length === 0) return null;
  const errors = problems.filter(({ isWarning }) => !isWarning).length;
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); focusField(path); };
  return (
    <>
      <p className={errors === 0 ? 'small soft' : 'msg-err'}>{errors === 0 ? <Trans>Nothing stands in the way. Worth a look:</Trans> : <Plural value={errors} one="One thing stands in the way of sending it:" other="# things stand in the way of sending it:" />}</p>
      <ul className="todo">
        {problems.map((problem, at) => {
          const path = problemPath(problem);
          return <li key={at}><span className={problem.isWarning ? 'soft' : 'msg-err'}><Icon name="warn" /></span><a href={`#${fieldId(path)}`} onClick={lead(path)}>{problem.message}</a></li>;
        })}
      </ul>
    </>
  );
}

interface PreviewProps {
  readonly template: Template;
  readonly at: number;
  readonly name: string;
  readonly profiles: Profiles;
}

function Preview({ template, at, name, profiles }: PreviewProps): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const { texts, counts } = useMemo(() => renderVariant(template, at, exampleValues(template), profiles.get(template.variants[at]?.format ?? '') ?? null), [template, at, profiles]);
  const title = name === '' ? t`Variant ${at + 1}` : name;
  return (
    <section className="variant" aria-label={t`Preview: ${title}`}>
      <h3>{title}</h3>
      {texts.map(({ field, position, text }) => (
        <div className="part" key={`${field}-${position}`}>
          <h4>{position === null ? say(PART_NAMES[field]) : `${say(PART_NAMES[field])} ${position + 1}`}</h4>
          <p className="txt" dir="auto" lang={template.language ?? undefined}>{text}</p>
          {counts.filter((count) => count.field === field && count.position === position).map((count, index) => <CountLine key={index} count={count} />)}
        </div>
      ))}
    </section>
  );
}
