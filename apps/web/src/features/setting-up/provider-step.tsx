/** Who the provider is: read from what IT sent, and read back in words. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { AboutUs } from './about-us';
import { Landing } from './landing';
import { OidcForm } from './oidc-form';
import { knownOf, type Service } from './operations';
import { ReadBack } from './read-back';
import { SamlForm } from './saml-form';
import { Step } from './step';
import { WhileOn } from './while-on';

interface Props {
  readonly protocol: Service['protocol'] | null;
  readonly service: Service | null;
  /** New where it was read just now. */
  readonly justRead: object | null;
  readonly onRead: (id: string) => void;
  /** There is room for it now, and what to enter about us is known. */
  readonly onPrepared: (id: string) => void;
}

const TITLES = { SAML: msg`Give us your provider’s metadata`, OIDC: msg`Give us your provider’s issuer` } as const;

export function ProviderStep({ protocol, service, justRead, onRead, onPrepared }: Props): ReactElement {
  const [isChanging, setChanging] = useState(false);
  const known = knownOf(service);
  const form = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (isChanging) form.current?.querySelector<HTMLElement>('textarea:not([hidden] *), input[type=url]:not([hidden] *)')?.focus(); }, [isChanging]);
  const title = protocol === null ? msg`Tell us who your provider is` : TITLES[protocol];
  if (protocol === null) return <Step number={2} title={title} isDone={false} waitsFor={msg`Choose above first.`}>{null}</Step>;
  const Form = protocol === 'SAML' ? SamlForm : OidcForm;
  const leave = (): void => {
    setChanging(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const read = (id: string): void => {
    setChanging(false);
    onRead(id);
  };
  return (
    <Step number={2} title={title} isDone={known !== null} beside={<AboutUs protocol={protocol} service={service} onPrepared={onPrepared} />}>
      {known === null ? null : (
        <>
          <Landing level="h4" when={justRead}><Trans>This is what we read</Trans></Landing>
          <ReadBack service={known} />
          <WhileOn state={known.state} />
          {known.state === 'ON' || isChanging ? null : <p><button type="button" className="btn s" ref={button} onClick={() => setChanging(true)}><Trans>Change it</Trans></button></p>}
        </>
      )}
      {known === null || isChanging ? (
        <div ref={form} className="stack">
          <Form service={service} onRead={read} />
          {isChanging ? <p><button type="button" className="btn s quiet" onClick={leave}><Trans>Leave it as it is</Trans></button></p> : null}
        </div>
      ) : null}
    </Step>
  );
}
