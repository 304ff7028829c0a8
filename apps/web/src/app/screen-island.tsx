/** The place in a page that a screen takes over once its script is there; until then it shows what it was given. */
import type { ReactElement, ReactNode } from 'react';
import { type OpenScreenProps, SCREEN_HOST } from '../screens/screen';
import type { Address, Surroundings } from './page';
import type { ScreenName } from './screens';

interface Props {
  readonly name: ScreenName;
  readonly at: Address;
  readonly context: Surroundings;
  readonly children: ReactNode;
}

/** One a page. */
export function ScreenIsland({ name, at, context: { viewer }, children }: Props): ReactElement {
  const told: OpenScreenProps = { params: at.params, viewer };
  return <div id={SCREEN_HOST} data-screen={JSON.stringify({ name, ...told })}>{children}</div>;
}
