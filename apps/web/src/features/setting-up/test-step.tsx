/** The test: a real sign-in at the provider that signs nobody in, and what came of it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Notice } from '../../ui/notice';
import { Landing } from './landing';
import type { Service } from './operations';
import { Step } from './step';
import { TestResult } from './test-result';

interface Props {
  readonly service: Service | null;
  /** Something typed above would be lost, and is not what is tested. */
  readonly isUnsaved: boolean;
  /** New where a test has just come back. */
  readonly justTested: object | null;
  /** Where it comes back to. */
  readonly returnTo: string;
}

const TITLE = msg`Test it`;

export function TestStep({ service, isUnsaved, justTested, returnTo }: Props): ReactElement {
  if (service === null) return <Step number={4} title={TITLE} isDone={false} waitsFor={msg`Comes once we have read your provider.`}>{null}</Step>;
  const { lastTest, testAddress, state } = service;
  const hasPassed = lastTest !== null && lastTest.hasPassed;
  const href = `${testAddress}&${new URLSearchParams({ return_to: returnTo })}`;
  return (
    <Step number={4} title={TITLE} isDone={state === 'ON' || (hasPassed && lastTest.isFresh)}>
      {lastTest === null ? null : <Landing level="h4" when={justTested}>{hasPassed ? <Trans>The test passed</Trans> : <Trans>The test did not pass yet</Trans>}</Landing>}
      {lastTest === null ? null : <TestResult test={lastTest} isBelowSteps opensSwitch={state === 'OFF'} />}
      <p className="measure"><Trans>You go to your provider’s own sign-in, as anybody would, and come back here. It signs nobody in and changes nothing, so test as often as you like. Let a member of staff do it.</Trans></p>
      {service.domains.length > 0 || isUnsaved ? null : <Notice tone="warn"><p><Trans>Step 3 names no domain yet. With most providers the test does not pass without one.</Trans></p></Notice>}
      {isUnsaved ? <Notice tone="warn"><p><Trans>What you changed in step 3 is not saved yet. Save it first, or the test will not know of it.</Trans></p></Notice> : null}
      <p><a className={hasPassed && lastTest.isFresh ? 'btn' : 'btn go'} href={href}>{lastTest === null ? <Trans>Test the sign-in</Trans> : <Trans>Test again</Trans>}</a></p>
    </Step>
  );
}
