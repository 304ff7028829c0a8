/** Where the text is: the one line of the page that speaks by itself. */
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../ui/icon';
import type { AutosaveState } from './autosave';

interface Props {
  readonly state: AutosaveState;
  readonly isKeptHere: boolean;
  /** When the server last had something, in words; null where it never did. */
  readonly lastSaved: string | null;
}

export function StatusLine({ state: { phase, problems }, isKeptHere, lastSaved }: Props): ReactElement {
  const { t } = useLingui();
  const said = ((): readonly [IconName, string, string] => {
    if (!isKeptHere && phase !== 'SAVED' && phase !== 'SAVING' && phase !== 'WRITING') return ['warn', t`Can't save: copy your text`, 'erred'];
    switch (phase) {
      case 'SAVED': return ['check', lastSaved === null ? t`Nothing changed yet` : t`Saved ${lastSaved}`, ''];
      case 'WRITING': case 'SAVING': return ['open', t`Saving…`, ''];
      case 'OFFLINE': return ['off', t`Offline: kept on this device`, 'warned'];
      case 'SIGNED_OUT': return ['warn', t`Signed out: kept on this device`, 'warned'];
      case 'ELSEWHERE': return ['warn', t`Not saved: you act for another institution`, 'warned'];
      case 'STALE': return ['warn', t`Not saved: somebody else saved this`, 'warned'];
      case 'LOCKED': return ['lock', t`Not saved: it is being reviewed`, 'warned'];
      case 'REFUSED': return ['warn', problems.length === 1 ? t`Not saved: one answer to put right` : t`Not saved: ${problems.length} answers to put right`, 'erred'];
      case 'FAILED': return ['warn', t`Can't save: copy your text`, 'erred'];
    }
  })();
  const [icon, words, tone] = said;
  return <span className={`status ${tone}`} role="status"><Icon name={icon} /><span>{words}</span></span>;
}
