/** What became of a paste, beside the field: what stayed out and why, or why nothing was put in. */
import { PROSE_LIMITS, type HtmlLoss } from '@passalong/prose';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../../ui/icon';
import type { PasteOutcome } from './take-paste';

export function PasteSaid({ outcome }: { readonly outcome: PasteOutcome | null }): ReactElement {
  return <div role="status" className="paste-said">{outcome === null ? null : outcome.kind === 'TAKEN' ? <Lost lost={outcome.lost} /> : <p className="msg-err"><Icon name="warn" /> <Refused kind={outcome.kind} /></p>}</div>;
}

function Refused({ kind }: { readonly kind: 'TOO_MUCH' | 'PICTURE' }): ReactElement {
  const most = PROSE_LIMITS.text.toLocaleString('en-GB');
  return kind === 'PICTURE'
    ? <Trans>Pictures cannot be pasted. Put one in by its address, with words that say what it shows.</Trans>
    : <Trans>That is too much to paste at once: this field takes {most} characters in all, and some thousand lines at a time. Nothing was put in, and your text is as it was.</Trans>;
}

function Lost({ lost }: { readonly lost: readonly HtmlLoss[] }): ReactElement | null {
  return lost.length === 0 ? null : <ul className="small soft plain">{lost.map((loss) => <li key={loss}><Loss loss={loss} /></li>)}</ul>;
}

function Loss({ loss }: { readonly loss: HtmlLoss }): ReactElement {
  switch (loss) {
    case 'DELETION': return <Trans>Words that were deleted with tracked changes stayed out.</Trans>;
    case 'IMAGE_WITHOUT_WORDS': return <Trans>An image without words stayed out. Put it in with words that say what it shows.</Trans>;
    case 'IMAGE_ADDRESS': return <Trans>An image that has no address on the web stayed out.</Trans>;
    case 'LINK_ADDRESS': return <Trans>A link to an address that is not allowed here lost the address and kept its words.</Trans>;
    case 'MERGED_CELLS': return <Trans>Merged cells of a table were taken apart.</Trans>;
    case 'NESTED_TABLE': return <Trans>A table within a table became words of its cell.</Trans>;
  }
}
