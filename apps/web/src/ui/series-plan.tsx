/** What comes when in a series: by its days where a first day is known, by its turns where none is. */
import { plural, msg } from '@lingui/core/macro';
import type { SeriesPlan } from '@passalong/domain';
import type { ReactElement } from 'react';
import { Table } from './table';
import { type Said, useWords, type Words } from './words';

const ABOUT = { title: msg`What it is about` };
/** One of a unit is said without its number. */
const EVERY: Readonly<Record<string, Said>> = { P1D: msg`day`, P1W: msg`week`, P1M: msg`month` };

/** "2 pieces every week, in any order." */
function seriesWords({ cadence, each, isOrdered }: SeriesPlan, { say, duration }: Words): string {
  const [pieces, order] = [say(msg`${plural(each, { one: '# piece', other: '# pieces' })}`), say(isOrdered ? msg`in this order` : msg`in any order`)];
  const often = EVERY[cadence ?? ''] ?? duration(cadence);
  return often === null ? say(msg`${pieces} at a time, ${order}.`) : say(msg`${pieces} every ${say(often)}, ${order}.`);
}

export function PlannedSeries({ plan, language }: { readonly plan: SeriesPlan; readonly language: string | null }): ReactElement {
  const words = useWords();
  const columns = [{ title: plan.pieces[0]?.on == null ? msg`Turn` : msg`Day` }, ABOUT];
  const rows = plan.pieces.map(({ number, turn, about, on }) => ({
    key: String(number), cells: [on === null ? words.number(turn) : words.date(on), <span key="about" lang={language ?? undefined} dir="auto">{about}</span>] as const,
  }));
  return <><p>{seriesWords(plan, words)}</p><Table caption={msg`The series, piece by piece`} columns={columns} rows={rows} /></>;
}
