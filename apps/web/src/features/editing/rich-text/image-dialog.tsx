/** An image by its address, with the words that stand for it. */
import { isAlternative, isImageSource } from '@passalong/prose';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { type ReactElement, useState } from 'react';
import { controlProps, FormField, type Question } from '../../../ui/form-field';
import { usePictures } from '../files/use-pictures';
import { SmallDialog } from './small-dialog';

interface Props { readonly editor: Editor; readonly id: string; readonly onDone: () => void }

export function ImageDialog({ editor, id, onDone }: Props): ReactElement {
  const { t } = useLingui();
  const pictures = usePictures();
  const isThere = editor.isActive('image');
  const [{ src, alt }, setImage] = useState(() => ({ src: '', alt: '', ...(isThere ? editor.getAttributes('image') : {}) }));
  const [isTried, setTried] = useState(false);
  const words = alt.replace(/\s+/g, ' ').trim();
  const where: Question = {
    id: `${id}-image`, label: t`Address of the image`, hint: t`Pages load nothing from other sites: an image elsewhere is shown as a link with its words.`,
    error: isTried && !isImageSource(src.trim()) ? t`An image has an address that begins with https://, or with /files/ for one that is kept here.` : undefined,
  };
  const said: Question = {
    id: `${id}-image-words`, label: t`What it shows`, hint: t`In one line, for everybody who cannot see it.`,
    error: isTried && !isAlternative(words) ? t`Say what it shows: without words the image cannot stand here.` : undefined,
  };
  const kept: Question = { id: `${id}-image-kept`, label: t`A picture of this draft`, hint: pictures.length === 0 ? t`There is none yet. Add one under Files and pictures, below the text.` : undefined };
  const choose = (address: string): void => {
    const picture = pictures.find((one) => one.address === address);
    if (picture !== undefined) setImage({ src: address, alt: picture.altText ?? alt });
  };
  const put = (): void => {
    setTried(true);
    const attrs = { src: src.trim(), alt: words };
    if (!isImageSource(attrs.src) || !isAlternative(attrs.alt)) return;
    if (isThere) editor.chain().focus().updateAttributes('image', attrs).run();
    else editor.chain().focus().insertContent({ type: 'image', attrs }).run();
    onDone();
  };
  const remove = { label: <Trans>Remove the image</Trans>, act: () => { editor.chain().focus().deleteSelection().run(); onDone(); } };
  return (
    <SmallDialog title={<Trans>Image</Trans>} confirm={<Trans>Put it in</Trans>} other={isThere ? remove : undefined} onConfirm={put} onCancel={() => { onDone(); editor.commands.focus(); }}>
      <FormField {...kept}>
        <select {...controlProps(kept)} value={pictures.some(({ address }) => address === src) ? src : ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{t`Another one, by its address`}</option>
          {pictures.map(({ id: key, name, address, altText }) => <option key={key} value={address ?? ''}>{altText ?? name}</option>)}
        </select>
      </FormField>
      <FormField {...where}><input type="text" inputMode="url" autoComplete="off" spellCheck={false} {...controlProps(where)} value={src} onChange={({ target }) => setImage({ src: target.value, alt })} /></FormField>
      <FormField {...said}><input type="text" autoComplete="off" {...controlProps(said)} value={alt} onChange={({ target }) => setImage({ src, alt: target.value })} /></FormField>
    </SmallDialog>
  );
}
