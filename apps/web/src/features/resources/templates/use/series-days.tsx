/** When each piece of a series comes, from a day that somebody chooses; for the diary too. */
import { Trans, useLingui } from '@lingui/react/macro';
import { calendarText, seriesEvents, type SeriesPlan, seriesPlanOf } from '@passalong/domain';
import { type ReactElement, useState } from 'react';
import { controlProps, FormField } from '../../../../ui/form-field';
import { PlannedSeries } from '../../../../ui/series-plan';
import { download } from './downloads';
import type { UsableTemplate } from './operations';

export function SeriesDays({ template }: { readonly template: UsableTemplate }): ReactElement | null {
  const { t } = useLingui();
  const [start, setStart] = useState('');
  const plan = seriesPlanOf(template.content.series, start === '' ? null : start);
  if (plan === null) return null;
  const question = { id: 'series-start', label: t`The day of the first piece` };
  return (
    <section className="variant stack" aria-labelledby="h-series">
      <h3 id="h-series"><Trans>The series</Trans></h3>
      <FormField {...question}><input type="date" value={start} onChange={({ target }) => setStart(target.value)} {...controlProps(question)} /></FormField>
      <PlannedSeries plan={plan} language={template.language} />
      {plan.pieces[0]?.on == null ? null : <p className="row"><button type="button" className="btn s" onClick={() => download(`${template.slug}.ics`, 'text/calendar', calendarOf(template, plan))}><Trans>For your diary (.ics)</Trans></button></p>}
    </section>
  );
}

function calendarOf({ id, title, url }: UsableTemplate, plan: SeriesPlan): string {
  return calendarText(seriesEvents(plan), { title, resourceId: id, host: new URL(url).hostname, url, madeAt: new Date().toISOString() });
}
