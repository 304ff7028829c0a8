/** What two helpful readers noticed in the text so far, beside it: advice with its reason, never in the way of saving or sending. */
import { Plural, Trans } from '@lingui/react/macro';
import { type Content, type Profiles, readContent, type Remark, type ResourceKind } from '@passalong/domain';
import { type MouseEvent, type ReactElement, type ReactNode, useMemo } from 'react';
import { Icon } from '../../ui/icon';
import type { Writing } from './autosave';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';
import { markdownOf } from './rich-text-value';
import { useKnownChannels } from './use-known-channels';

interface Props {
  readonly kind: ResourceKind;
  /** A deferred one: reading it waits until typing has its turn. */
  readonly content: Writing['content'];
}

export function TwoReaders({ kind, content }: Props): ReactElement {
  const { profiles } = useKnownChannels();
  const remarks = useMemo(() => remarksOn(kind, content, profiles), [kind, content, profiles]);
  return (
    <section aria-labelledby="readers-heading" className="stack">
      <h2 id="readers-heading"><Trans>Two readers</Trans></h2>
      <p className="small soft"><Trans>Advice while you write. None of it stands in the way of sending.</Trans></p>
      {remarks.length === 0 ? <p><Trans>Nothing noticed.</Trans></p> : (
        <>
          <Noticed name={<Trans>Can everyone take it in?</Trans>} remarks={remarks.filter(({ reader }) => reader === 'ACCESSIBLE')} />
          <Noticed name={<Trans>Is it useful, and fair to people?</Trans>} remarks={remarks.filter(({ reader }) => reader === 'USEFUL')} />
        </>
      )}
    </section>
  );
}

function remarksOn(kind: ResourceKind, content: Writing['content'], profiles: Profiles): readonly Remark[] {
  return readContent(kind, content as Content, { profiles, markdownOf });
}

/** More than these are folded. */
const SHOWN = 3;

function Noticed({ name, remarks }: { readonly name: ReactNode; readonly remarks: readonly Remark[] }): ReactElement {
  const folded = remarks.slice(SHOWN);
  return (
    <>
      <h3>{name}</h3>
      {remarks.length === 0 ? <p className="small soft"><Trans>Nothing noticed.</Trans></p> : <Remarks remarks={remarks.slice(0, SHOWN)} />}
      {folded.length === 0 ? null : <details><summary><Plural value={folded.length} one="One more" other="# more" /></summary><Remarks remarks={folded} /></details>}
    </>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly Remark[] }): ReactElement {
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); focusField(path); };
  return (
    <ul className="todo">
      {remarks.map(({ path, code, message }, at) => <li key={`${path}-${code}-${at}`}><span className="soft"><Icon name="open" /></span><a href={`#${fieldId(path)}`} onClick={lead(path)}>{message}</a></li>)}
    </ul>
  );
}
