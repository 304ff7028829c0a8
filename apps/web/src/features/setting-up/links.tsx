/** Links by which IT sets sign-in up without an account. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useRef, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { HandedOn } from '../../ui/handed-on';
import { useWords } from '../../ui/words';
import { leadToField } from './form-values';
import { END_LINK, MAKE_LINK, type SetUpLink } from './operations';
import { fieldId, useSettingUp } from './set-up-context';
import { useChange } from './use-change';

export function Links(): ReactElement {
  const { t } = useLingui();
  const { setUp: { links, institutionName } } = useSettingUp();
  const [address, setAddress] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const making = useChange(MAKE_LINK);
  const ending = useChange(END_LINK);
  const end = (linkId: string): void => ending.send({ linkId }, () => {
    setAddress(null);
    heading.current?.focus();
  });
  return (
    <section className="sec" aria-labelledby="h-links">
      <h2 id="h-links" tabIndex={-1} ref={heading}><Trans>Let IT do this</Trans></h2>
      <div className="stack">
        <p className="measure"><Trans>Make a link and send it to a colleague in IT. Whoever has it sees this page for {institutionName} and nothing else, needs no account, and has 14 days. You can end it at any time.</Trans></p>
        {[making, ending].map(({ problems, attempt }, index) => <ErrorSummary key={index} heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={leadToField} />)}
        {address === null ? null : <HandedOn name={t`The new link`} address={address} />}
        <p><button type="button" className="btn" aria-disabled={making.isSending || undefined} onClick={() => making.send({}, (done) => setAddress(done.address ?? null))}>{address === null ? <Trans>Make a link</Trans> : <Trans>Make another link</Trans>}</button></p>
        {links.length === 0 ? null : <ul className="links">{links.map((link) => <LinkRow key={link.id} link={link} onEnd={() => end(link.id)} />)}</ul>}
      </div>
    </section>
  );
}

function LinkRow({ link: { createdAt, expiresAt, lastUsedAt }, onEnd }: { readonly link: SetUpLink; readonly onEnd: () => void }): ReactElement {
  const { date } = useWords();
  const [now] = useState(Date.now);
  const [made, used] = [date(createdAt), lastUsedAt === null ? null : date(lastUsedAt)];
  const days = Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / 86_400_000));
  return (
    <li>
      <p><Trans>Made on {made}</Trans><br /><span className="small soft"><Plural value={days} one="ends in # day" other="ends in # days" />; {used === null ? <Trans>not used yet</Trans> : <Trans>last used on {used}</Trans>}</span></p>
      <button type="button" className="btn s" onClick={onEnd}><Trans>End it<span className="vh">, the link made on {made}</span></Trans></button>
    </li>
  );
}
