/** The five steps of one service, in the order in which they are taken. */
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { AttributesStep } from './attributes-step';
import { Landing } from './landing';
import { knownOf, type Service } from './operations';
import { type Landed, NEW, type SetUpPlace } from './place';
import { ProtocolStep } from './protocol-step';
import { ProviderStep } from './provider-step';
import { nameOf } from './service-words';
import { SwitchStep } from './switch-step';
import { TestStep } from './test-step';

interface Props {
  /** Null while it is being added. */
  readonly service: Service | null;
  readonly place: SetUpPlace;
}

export function Steps({ service, place }: Props): ReactElement {
  const [chosen, choose] = useState<Service['protocol'] | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const protocol = service?.protocol ?? chosen;
  const known = knownOf(service);
  const name = service === null ? '' : nameOf(service);
  const whenLanded = (landed: Landed): object | null => (place.landed === landed ? place.moment : null);
  return (
    <section className="sec" aria-labelledby="h-steps">
      <Landing level="h2" id="h-steps" when={whenLanded('OPENED')}>{service === null ? <Trans>Add a sign-in service</Trans> : <Trans>Steps for {name}</Trans>}</Landing>
      <ol className="set-steps">
        <ProtocolStep chosen={protocol} isFixed={service !== null} onChoose={choose} />
        <ProviderStep key={`2 ${service?.id ?? NEW}`} protocol={protocol} service={service} justRead={whenLanded('READ')} onRead={(id) => place.go(id, 'READ')} onPrepared={(id) => place.go(id, 'OPENED')} />
        <AttributesStep key={`3 ${service?.id ?? NEW}`} service={known} onTyped={setUnsaved} />
        <TestStep service={known} isUnsaved={isUnsaved} justTested={whenLanded('TESTED')} returnTo={place.testedHrefOf(service?.id ?? NEW)} />
        <SwitchStep key={`5 ${service?.id ?? NEW}`} service={service} justSwitched={whenLanded('SWITCHED')} onSwitched={() => place.go(place.service, 'SWITCHED')} onTakenOut={() => place.go(null, 'TAKEN_OUT')} />
      </ol>
    </section>
  );
}
