/** Files and pictures of the draft: sent here, described here, and then ready for the text. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { fieldId, useEditing } from '../editing-context';
import { FileItem } from './file-item';
import './files.css';
import { UploadLine } from './upload-line';
import { useFiles } from './use-files';
import { useUploads } from './use-uploads';

const TAKEN = '.png,.jpg,.jpeg,.webp,.pdf,.docx,.pptx,.odt,.odp';

export function FilesSection(): ReactElement {
  const { t } = useLingui();
  const { resourceId, isReadOnly, hasDraft } = useEditing();
  const { files, readAgain } = useFiles();
  const [sent, setSent] = useState('');
  const { uploads, start, goOn, cancel } = useUploads(resourceId, (name) => {
    setSent(name);
    readAgain();
  });
  return (
    <section id={fieldId('files')} className="edit-section files" aria-labelledby="files-heading">
      <h2 id="files-heading" tabIndex={-1}><Trans>Files and pictures</Trans></h2>
      <p className="soft"><Trans>Pictures (PNG, JPEG, WebP), PDF, Word, PowerPoint and OpenDocument files. A picture can stand in a text once it is here.</Trans></p>
      {isReadOnly ? null : hasDraft ? <Choose onChosen={start} /> : <p><Trans>Change something in the text first; then files can be added to the new draft.</Trans></p>}
      <p role="status" className="soft">{sent === '' ? '' : t`${sent} is here. Say what it shows.`}</p>
      {uploads.length === 0 ? null : <ul className="uploads" aria-label={t`Under way`}>{uploads.map((upload) => <UploadLine key={upload.key} upload={upload} onGoOn={() => goOn(upload.key)} onCancel={() => cancel(upload.key)} />)}</ul>}
      {files.length === 0 ? null : <ul className="draft-files">{files.map((file) => <FileItem key={file.id} file={file} onChanged={readAgain} />)}</ul>}
    </section>
  );
}

function Choose({ onChosen }: { readonly onChosen: (files: readonly File[]) => void }): ReactElement {
  return (
    <div className="field">
      <label htmlFor="choose-files"><Trans>Add files</Trans></label>
      <input id="choose-files" type="file" multiple accept={TAKEN} onChange={({ target }) => {
        onChosen([...(target.files ?? [])]);
        target.value = ''; // the same file may be chosen again
      }} />
    </div>
  );
}
