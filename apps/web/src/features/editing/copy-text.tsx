/** Copies everything that was written, as text. */
import { useLingui } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { Icon } from '../../ui/icon';
import { markdownOf } from './rich-text-value';
import type { Writing } from './autosave';

export function CopyText({ writing }: { readonly writing: Writing }): ReactElement {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const copy = (): void => void navigator.clipboard.writeText(wordsIn(writing.content).join('\n\n')).then(() => setSaid(t`Copied`), () => setSaid(t`Could not copy: select the words instead`));
  return <><button className="btn s" type="button" onClick={copy}><Icon name="copy" />{t`Copy all my text`}</button><span className="small">{said}</span></>;
}

/** Every text in it, in the order of the form; ids of tags and numbers stay out. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z-]+:[a-z0-9.-]+$|^[0-9a-z]{8}$/.test(value) ? [] : [value];
  if (typeof value === 'object' && value !== null && 'document' in value) return [markdownOf(value).trimEnd()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
