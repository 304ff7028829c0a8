/** The sign-in services of an institution, each with where it stands, and the way to add one. */
import { Trans } from '@lingui/react/macro';
import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import { Landing } from './landing';
import type { Service } from './operations';
import { NEW, type SetUpPlace } from './place';
import { nameOf, PROTOCOLS, STATES } from './service-words';
import { useSettingUp } from './set-up-context';

export function Services({ place }: { readonly place: SetUpPlace }): ReactElement {
  const { setUp: { services, institutionName, isByLink } } = useSettingUp();
  return (
    <section className="sec" aria-labelledby="h-services">
      <Landing level="h2" id="h-services" when={place.landed === 'TAKEN_OUT' ? place.moment : null}><Trans>Sign-in services</Trans></Landing>
      {services.length === 0 ? (
        <div className="stack measure">
          <p><Trans>There is none yet, so nobody at {institutionName} comes in with their university account.</Trans></p>
          <p><Trans>It takes ten minutes and one thing from IT: the metadata of your identity provider, or an issuer with a client id. You test before anything changes, and cannot lock anybody out.</Trans></p>
          {isByLink ? null : <p><Trans>Not your kind of thing? <a href="#h-links">Let IT do it by a link</a>.</Trans></p>}
        </div>
      ) : <ul className="services">{services.map((service) => <ServiceRow key={service.id} service={service} place={place} />)}</ul>}
      {place.service === NEW ? null : <p><GoLink place={place} to={NEW} className={services.length === 0 ? 'btn go' : 'btn'}><Icon name="plus" /><Trans>Add a sign-in service</Trans></GoLink></p>}
    </section>
  );
}

function ServiceRow({ service, place }: { readonly service: Service; readonly place: SetUpPlace }): ReactElement {
  const { say } = useWords();
  const { icon, look, name, says } = STATES[service.state];
  return (
    <li>
      <p><GoLink place={place} to={service.id}>{nameOf(service)}</GoLink> <span className="small soft">{PROTOCOLS[service.protocol]}</span></p>
      <p className={look}><Icon name={icon} /> <b>{say(name)}</b>: {say(says)}</p>
    </li>
  );
}

interface GoProps {
  readonly place: SetUpPlace;
  readonly to: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** A link within this screen: without loading it anew, unless somebody wants it in a tab of its own. */
function GoLink({ place, to, className, children }: GoProps): ReactElement {
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    place.go(to, 'OPENED');
  };
  return <a href={place.hrefOf(to)} className={className} aria-current={place.service === to ? 'true' : undefined} onClick={open}>{children}</a>;
}
