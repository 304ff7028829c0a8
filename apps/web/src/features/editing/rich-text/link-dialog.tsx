/** Where a link leads, and its words where none are chosen yet. */
import { isSafeHref } from '@passalong/prose';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { type ReactElement, useState } from 'react';
import { controlProps, FormField, type Question } from '../../../ui/form-field';
import { SmallDialog } from './small-dialog';

interface Props { readonly editor: Editor; readonly id: string; readonly onDone: () => void }

export function LinkDialog({ editor, id, onDone }: Props): ReactElement {
  const { t } = useLingui();
  const current = String(editor.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(current);
  const [words, setWords] = useState('');
  const [isRefused, setRefused] = useState(false);
  const needsWords = editor.state.selection.empty && current === '';
  const question: Question = {
    id: `${id}-link`, label: t`Address`, hint: t`A web page, or an address for email.`,
    error: isRefused ? t`This is no address that a link may have. It begins with https://, http:// or mailto:, or with / for a page here.` : undefined,
  };
  const text: Question = { id: `${id}-link-words`, label: t`Words`, hint: t`What people read and press. Left empty, it is the address.` };
  const put = (): void => {
    const href = completed(address.trim());
    if (!isSafeHref(href)) { setRefused(true); return; }
    const chain = editor.chain().focus();
    if (needsWords) chain.insertContent({ type: 'text', text: words.trim() === '' ? address.trim() : words.trim(), marks: [{ type: 'link', attrs: { href, title: null } }] }).run();
    else chain.extendMarkRange('link').setMark('link', { href, title: null }).run();
    onDone();
  };
  const remove = { label: <Trans>Remove the link</Trans>, act: () => { editor.chain().focus().extendMarkRange('link').unsetMark('link').run(); onDone(); } };
  return (
    <SmallDialog title={<Trans>Link</Trans>} confirm={<Trans>Set the link</Trans>} other={current === '' ? undefined : remove} onConfirm={put} onCancel={() => { onDone(); editor.commands.focus(); }}>
      <FormField {...question}><input type="text" inputMode="url" autoComplete="off" spellCheck={false} {...controlProps(question)} value={address} onChange={({ target }) => setAddress(target.value)} /></FormField>
      {needsWords ? <FormField {...text}><input type="text" autoComplete="off" {...controlProps(text)} value={words} onChange={({ target }) => setWords(target.value)} /></FormField> : null}
    </SmallDialog>
  );
}

/** People type `calderfold.ac.uk/fair` and `careers@calderfold.ac.uk`. */
function completed(address: string): string {
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(address)) return `mailto:${address}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(address) ? `https://${address}` : address;
}
