/** Attributes under names of the provider's own; what the last test brought and nobody knows is offered. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { FieldGroup } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import type { Mapping } from './mapping';
import { MEANINGS } from './service-words';
import { fieldId } from './set-up-context';

interface Props {
  readonly mapping: Mapping;
  readonly unknownNames: readonly string[];
  readonly error: string | undefined;
  readonly isFixed: boolean;
}

export function MappingRows({ mapping: { rows, add, change, remove }, unknownNames, error, isFixed }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const fold = useRef<HTMLDetailsElement>(null);
  const [wanted, want] = useState<string | null>(null);
  useEffect(() => { if (wanted !== null) document.getElementById(wanted)?.focus(); }, [wanted]);
  const offered = unknownNames.filter((name) => rows.every(({ sent }) => sent !== name));
  const sentId = (key: number): string => fieldId(`mapping-${key}-sent`);
  const meansId = (key: number): string => fieldId(`mapping-${key}-means`);
  const take = (key: number): void => {
    remove(key);
    want(null);
    fold.current?.querySelector<HTMLElement>('summary')?.focus();
  };
  return (
    <details ref={fold} open={error !== undefined || rows.length + offered.length > 0 || undefined}>
      <summary><Trans>Names of its own, which few providers have</Trans></summary>
      <div className="stack set-more">
        <FieldGroup id={fieldId('mapping')} label={t`Attributes under other names`} hint={t`If your provider sends, say, “uid” where we look for a principal name, tell us here.`} error={error}>
          {rows.length === 0 ? null : <ul className="mapping">
            {rows.map(({ key, sent, means }) => (
              <li key={key}>
                <label className="field"><span className="small"><Trans>As it is sent</Trans></span><input id={sentId(key)} type="text" className="mono" spellCheck={false} autoCapitalize="none" autoComplete="off" readOnly={isFixed} value={sent} onChange={({ target }) => change(key, { sent: target.value })} /></label>
                <label className="field"><span className="small"><Trans>What it means to us</Trans></span>
                  <select id={meansId(key)} disabled={isFixed} value={means} onChange={({ target }) => change(key, { means: target.value })}>{Object.entries(MEANINGS).map(([meaning, words]) => <option key={meaning} value={meaning}>{meaning}: {say(words)}</option>)}</select></label>
                {isFixed ? null : <button type="button" className="btn sq quiet" aria-label={t`Take out ${sent}`} onClick={() => take(key)}><Icon name="x" /></button>}
              </li>
            ))}
          </ul>}
          {isFixed ? null : <p><button type="button" className="btn s" onClick={() => want(sentId(add('')))}><Icon name="plus" /><Trans>Add a name</Trans></button></p>}
        </FieldGroup>
        {offered.length === 0 || isFixed ? null : (
          <div>
            <p className="small"><Trans>The last test brought these, which mean nothing to us yet. You may ignore them.</Trans></p>
            <ul className="offered">{offered.map((name) => <li key={name}><button type="button" className="btn s" onClick={() => want(meansId(add(name)))}><Icon name="plus" /><span className="mono">{name}</span></button></li>)}</ul>
          </div>
        )}
      </div>
    </details>
  );
}
