/** Programs that ask for the institution: its website, a portal, a partner. For its administrators. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useMemo, useRef, useState } from 'react';
import { ask } from '../../graphql/client';
import { useFailureWords, useSending } from '../../graphql/use-sending';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { CopyValue } from '../../ui/copy-value';
import { ErrorSummary } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import { HandedOn } from '../../ui/handed-on';
import { leadTo } from '../../ui/lead-to';
import { NotLoaded } from '../../ui/not-loaded';
import { CREATE_SYSTEM, type MaskedSystems, READ_SYSTEMS, REVOKE_SYSTEM, ROTATE_SECRET, type System, systemsOf } from './operations';
import { SystemRow } from './system-row';

interface Props {
  /** The institution named in the address; null for the viewer's own. */
  readonly at: string | null;
  readonly institutionId: string;
}

export function PartnerSystems({ at, institutionId }: Props): ReactElement | null {
  const client = useQueryClient();
  const queryKey = ['partner-systems', at];
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey, networkMode: 'always', queryFn: ({ signal }) => ask(READ_SYSTEMS, { at }, signal) });
  if (error !== null && data === undefined) return <NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <p className="soft skeleton"><Trans>Loading…</Trans></p>;
  return data.apiClients == null ? null : <Systems institutionId={institutionId} masked={data.apiClients} keep={(apiClients) => client.setQueryData(queryKey, { apiClients })} />;
}

interface SystemsProps {
  readonly institutionId: string;
  readonly masked: MaskedSystems;
  readonly keep: (systems: MaskedSystems) => void;
}

interface Told { readonly name: string; readonly clientId: string; readonly secret: string }
interface Asking { readonly what: 'ROTATE' | 'REVOKE'; readonly system: System }

function Systems({ institutionId, masked, keep }: SystemsProps): ReactElement {
  const { t } = useLingui();
  const systems = useMemo(() => systemsOf(masked), [masked]);
  const [told, setTold] = useState<Told | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const kept = ({ clients }: { readonly clients: MaskedSystems | null }): void => { if (clients !== null) keep(clients); };
  const creating = useSending(CREATE_SYSTEM, institutionId, kept);
  const rotating = useSending(ROTATE_SECRET, institutionId, kept);
  const revoking = useSending(REVOKE_SYSTEM, institutionId, kept);
  const tell = (name: string) => ({ clientId, secret }: { readonly clientId: string | null; readonly secret: string | null }): void => {
    if (clientId !== null && secret !== null) setTold({ name, clientId, secret });
  };
  const create = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '');
    creating.send({ name }, (done) => { form.reset(); tell(name.trim())(done); });
  };
  // What is refused is said on the page, which the dialog would hide.
  const goOn = ({ what, system }: Asking): void => {
    setAsking(null);
    if (what === 'ROTATE') rotating.send({ clientId: system.id }, tell(system.name));
    else revoking.send({ clientId: system.id }, () => { setTold(null); heading.current?.focus(); });
  };
  const name = { id: fieldId('name'), label: t`What your colleagues call it`, hint: t`For example: careers website.`, error: creating.errorOf('name') };
  return (
    <section className="sec" aria-labelledby="h-systems">
      <h2 id="h-systems" tabIndex={-1} ref={heading}><Trans>Systems that ask for you</Trans></h2>
      <div className="stack">
        <p className="measure"><Trans>Your website or portal can show what everybody may read here, on an allowance of its own. It gets an id and a secret; whoever makes the secret answers for it, and it rests once they have left. <a href="/developers#access">How a program asks</a></Trans></p>
        {[creating, rotating, revoking].map(({ problems, attempt }, index) => <ErrorSummary key={index} heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={(path) => leadTo(fieldId(path))} />)}
        {told === null ? null : <Secret {...told} />}
        {systems.length === 0 ? null : <ul className="links">{systems.map((system) => <SystemRow key={system.id} system={system} onRotate={() => setAsking({ what: 'ROTATE', system })} onRevoke={() => setAsking({ what: 'REVOKE', system })} />)}</ul>}
        <form className="row ends" noValidate onSubmit={create}>
          <FormField {...name}><input type="text" name="name" autoComplete="off" maxLength={200} {...controlProps(name)} /></FormField>
          <button className="btn" type="submit" aria-disabled={creating.isSending || undefined}><Trans>Add a system</Trans></button>
        </form>
      </div>
      {asking === null ? null : <Question {...asking} onConfirm={() => goOn(asking)} onCancel={() => setAsking(null)} />}
    </section>
  );
}

function Secret({ name, clientId, secret }: Told): ReactElement {
  const { t } = useLingui();
  return (
    <>
      <HandedOn name={t`The secret of ${name}`} address={secret}><Trans>We keep no copy. Put it where programs keep secrets, never into a page.</Trans></HandedOn>
      <CopyValue name={t`Its id`} value={clientId} />
    </>
  );
}

function Question({ what, system: { name }, onConfirm, onCancel }: Asking & { readonly onConfirm: () => void; readonly onCancel: () => void }): ReactElement {
  if (what === 'ROTATE') {
    return (
      <ConfirmDialog title={<Trans>A new secret for {name}?</Trans>} confirm={<Trans>Make a new secret</Trans>} isBusy={false} onConfirm={onConfirm} onCancel={onCancel}>
        <p><Trans>The old one stops working at once, so the system gets no answer until it has the new one. You answer for it from then on.</Trans></p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog title={<Trans>End {name}?</Trans>} confirm={<Trans>End it</Trans>} isBusy={false} onConfirm={onConfirm} onCancel={onCancel}>
      <p><Trans>It gets no answer any more, within seconds. This cannot be undone; a new system gets another id.</Trans></p>
    </ConfirmDialog>
  );
}

const fieldId = (path: string): string => `ps-${path}`;
