/** What came of a test: what happened and what mends it, then what was expected against what came. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { useWords } from '../../ui/words';
import { CopyButton } from '../../ui/copy-value';
import type { Test } from './operations';
import { KINDS, RECEIVED } from './service-words';
import { stepId } from './step';

type Expectation = Test['expectations'][number];

interface Props {
  readonly test: Test;
  /** The steps stand above, so that words can lead to the one that mends it. */
  readonly isBelowSteps?: boolean;
  /** It is off, so a test that passed lets it be switched on. */
  readonly opensSwitch?: boolean;
}

/** Where on this page a fault is mended; the others are mended at the provider. */
const MENDED_IN: Readonly<Record<string, number>> = {
  NOT_VERIFIED: 2, WRONG_ISSUER: 2, WRONG_AUDIENCE: 2, WRONG_DESTINATION: 2, WRONG_RECIPIENT: 2, NOT_ENCRYPTED: 2, NOT_DECRYPTED: 2, NOT_SECURE: 2, WRONG_SECRET: 2, WRONG_TENANT: 2, FOREIGN_SCOPE: 3,
};

/** Where it is switched on. */
const SWITCH_STEP = 5;

export function TestResult({ test, isBelowSteps = false, opensSwitch = false }: Props): ReactElement {
  const { say } = useWords();
  return (
    <>
      <Happened test={test} step={isBelowSteps ? (MENDED_IN[test.fault ?? ''] ?? null) : null} isForIt={isBelowSteps} opensSwitch={opensSwitch} />
      {test.expectations.length === 0 ? null : (
        <Table
          caption={msg`What we expected, and what came`}
          columns={[{ title: msg`We need` }, { title: msg`It may be called` }, { title: msg`What came` }, { title: msg`Values` }]}
          rows={test.expectations.map((each) => ({
            key: each.kind,
            cells: [
              <>{say(KINDS[each.kind])}{each.isNeeded ? null : <> <small><Trans>(welcome, not needed)</Trans></small></>}<small className="why-needed">{each.why}</small></>,
              <Listed key="names" items={each.names} />,
              <Came key="came" {...each} />,
              <Listed key="values" items={each.values} />,
            ],
          }))}
        />
      )}
    </>
  );
}

interface HappenedProps {
  readonly test: Test;
  readonly step: number | null;
  readonly isForIt: boolean;
  readonly opensSwitch: boolean;
}

function Happened({ test: { hasPassed, isFresh, happenedAt, happened, fix, detail, fault }, step, isForIt, opensSwitch }: HappenedProps): ReactElement {
  const { i18n, t } = useLingui();
  const when = i18n.date(happenedAt, { dateStyle: 'medium', timeStyle: 'short' });
  const at = <p className="small soft"><Trans>Tested {when}.</Trans></p>;
  if (hasPassed) {
    return isFresh ? <Notice><p><b className="pine"><Icon name="done" /> <Trans>Whoever tested would have been let in.</Trans></b></p>{opensSwitch ? <p><Trans>That was the hard part. For an hour it can be switched on.</Trans> <ToStep step={SWITCH_STEP} /></p> : null}{at}</Notice>
      : <Notice tone="warn"><p><Icon name="warn" /> <Trans>It passed, but more than an hour ago or with other settings. What it showed of the person is forgotten. Test once more.</Trans></p>{at}</Notice>;
  }
  const exactly = (detail ?? '').replace(`${fault ?? ''}: `, '');
  const forIt = [t`Passalong tested our sign-in. It did not pass.`, happened, fix, exactly, fault].filter((line) => line !== null && line !== '').join('\n');
  return (
    <Notice tone="err">
      <p><b><Icon name="warn" /> {happened}</b></p>
      <p><b><Trans>What mends it:</Trans></b> {fix}{step === null ? null : <> <ToStep step={step} /></>}</p>
      {exactly === '' ? null : <p className="small"><Trans>In detail, for IT: <code>{exactly}</code></Trans></p>}
      {fault === null ? null : <p className="small soft"><Trans>Tested {when}. Reference: <code>{fault}</code></Trans></p>}
      {isForIt ? <CopyButton text={forIt}>{t`Copy this for IT`}</CopyButton> : null}
    </Notice>
  );
}

function ToStep({ step }: { readonly step: number }): ReactElement {
  return <a href={`#${stepId(step)}`}><Trans>Go to step {step}</Trans></a>;
}

function Came({ state, isNeeded }: Expectation): ReactElement {
  const { say } = useWords();
  const { icon, look, says } = state === 'MISSING' && !isNeeded ? { icon: 'open' as const, look: 'soft', says: RECEIVED.MISSING.says } : RECEIVED[state];
  return <span className={`came ${look}`}><Icon name={icon} /> {say(says)}</span>;
}

function Listed({ items }: { readonly items: readonly string[] }): ReactElement {
  if (items.length === 0) return <span className="soft"><Trans>none</Trans></span>;
  return <ul className="listed">{items.map((item) => <li key={item}><code>{item}</code></li>)}</ul>;
}
