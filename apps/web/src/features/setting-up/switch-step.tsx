/** The switch: it opens for an hour after a test that passed, and a platform administrator has a look in between. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorSummary } from '../../ui/error-summary';
import { Icon } from '../../ui/icon';
import { leadToField } from './form-values';
import { Landing } from './landing';
import { type Service, SWITCH_OFF, SWITCH_ON, TAKE_OUT } from './operations';
import { fieldId, useSettingUp } from './set-up-context';
import { Step } from './step';
import { useChange } from './use-change';

interface Props {
  readonly service: Service | null;
  readonly justSwitched: object | null;
  readonly onSwitched: () => void;
  readonly onTakenOut: () => void;
}

const TITLE = msg`Switch it on`;

export function SwitchStep({ service, ...rest }: Props): ReactElement {
  if (service === null) return <Step number={5} title={TITLE} isDone={false} waitsFor={msg`Comes once a test has passed. Until then nothing changes for anybody.`}>{null}</Step>;
  return <Step number={5} title={TITLE} isDone={service.state === 'ON'}><Switch service={service} {...rest} /></Step>;
}

function Switch({ service, justSwitched, onSwitched, onTakenOut }: Props & { readonly service: Service }): ReactElement {
  const [asking, ask] = useState<'OFF' | 'OUT' | null>(null);
  const changes = { on: useChange(SWITCH_ON), off: useChange(SWITCH_OFF), out: useChange(TAKE_OUT) };
  const input = { providerId: service.id };
  const switched = (): void => {
    ask(null);
    onSwitched();
  };
  const takenOut = (): void => {
    ask(null);
    onTakenOut();
  };
  return (
    <>
      {Object.entries(changes).map(([name, { problems, attempt }]) => <ErrorSummary key={name} heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={leadToField} />)}
      <Landing level="h4" when={justSwitched}><StateHeading state={service.state} /></Landing>
      {service.state === 'OFF' ? <SwitchOn service={service} isSending={changes.on.isSending} onSwitch={() => changes.on.send(input, switched)} /> : null}
      {service.state === 'WAITING' ? (
        <>
          <p className="measure"><Trans>A platform administrator looks at it now; usually within a working day. Then your people can sign in, and you need do nothing more.</Trans></p>
          <p><button type="button" className="btn" aria-disabled={changes.off.isSending || undefined} onClick={() => changes.off.send(input, switched)}><Trans>Take it back</Trans></button></p>
        </>
      ) : null}
      {service.state === 'ON' ? <p><button type="button" className="btn" onClick={() => ask('OFF')}><Trans>Switch it off</Trans></button></p> : null}
      {service.state === 'OFF' && !service.isInUse ? <p><button type="button" className="btn quiet s" onClick={() => ask('OUT')}><Trans>Take this service out</Trans></button></p> : null}
      {asking === 'OFF' ? (
        <ConfirmDialog title={<Trans>Switch it off?</Trans>} confirm={<Trans>Switch it off</Trans>} isBusy={changes.off.isSending} onConfirm={() => changes.off.send(input, switched)} onCancel={() => ask(null)}>
          <p><Trans>Nobody new comes in with it from then on. Whoever is signed in stays so.</Trans></p>
          <p><Trans>Unchanged, it can be switched on again after a test, without anybody looking at it.</Trans></p>
        </ConfirmDialog>
      ) : null}
      {asking === 'OUT' ? (
        <ConfirmDialog title={<Trans>Take it out?</Trans>} confirm={<Trans>Take it out</Trans>} isBusy={changes.out.isSending} onConfirm={() => changes.out.send(input, takenOut)} onCancel={() => ask(null)}>
          <p><Trans>Its settings and tests are deleted. Nobody has signed in with it, so nobody loses anything.</Trans></p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function StateHeading({ state }: Pick<Service, 'state'>): ReactElement {
  if (state === 'ON') return <><Icon name="done" /> <Trans>It is on</Trans></>;
  return state === 'WAITING' ? <><Icon name="open" /> <Trans>It waits to be looked at</Trans></> : <Trans>It is off</Trans>;
}

function SwitchOn({ service: { whyNotOn }, isSending, onSwitch }: { readonly service: Service; readonly isSending: boolean; readonly onSwitch: () => void }): ReactElement {
  const { setUp: { institutionName } } = useSettingUp();
  const isClosed = whyNotOn !== null;
  return (
    <>
      <p className="measure"><Trans>From then on people of {institutionName} sign in with it. Where its settings are new, a platform administrator has a look first.</Trans></p>
      <p className="row">
        <button type="button" className="btn go" aria-disabled={isClosed || isSending || undefined} aria-describedby={isClosed ? fieldId('why-not') : undefined} onClick={() => { if (!isClosed) onSwitch(); }}><Trans>Switch it on</Trans></button>
        {isClosed ? <span id={fieldId('why-not')} className="soft">{whyNotOn}</span> : null}
      </p>
    </>
  );
}
