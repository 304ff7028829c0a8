/** One file of the draft: what it is, what it shows, and the way to take it out. */
import { FILE_TYPES, isFileType } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { useFailureWords } from '../../../graphql/use-sending';
import { Icon } from '../../../ui/icon';
import { FileFacts } from '../../../ui/file-facts';
import { fieldId, useEditing } from '../editing-context';
import { DescriptionForm } from './description-form';
import { type DraftFile, removeFile } from './file-operations';

interface Props { readonly file: DraftFile; readonly onChanged: () => void }

export function FileItem({ file, onChanged }: Props): ReactElement {
  const { resourceId, isReadOnly, problems } = useEditing();
  const [refusal, setRefusal] = useState('');
  const wordsFor = useFailureWords();
  const isImage = isFileType(file.mediaType) && FILE_TYPES[file.mediaType].isImage;
  const place = `files.${file.id}`;
  const problem = problems.get(place);
  const remove = async (): Promise<void> => {
    try {
      const errors = await removeFile(resourceId, file.id);
      setRefusal(errors[0]?.message ?? '');
      if (errors.length === 0) onChanged();
    } catch (error) {
      setRefusal(wordsFor(error as Error));
    }
  };
  return (
    <li id={fieldId(place)} tabIndex={-1} className={problem === undefined ? 'draft-file' : 'draft-file field bad'}>
      {isImage && file.address != null ? <img src={file.address} alt={file.altText ?? ''} width={file.width ?? undefined} height={file.height ?? undefined} loading="lazy" /> : null}
      <div>
        <h3>{file.name}</h3>
        <FileFacts file={file} />
        {problem === undefined ? null : <p className="msg-err"><Icon name="warn" /> {problem}</p>}
        <DescriptionForm file={file} isImage={isImage} onSaved={onChanged} />
        {refusal === '' ? null : <p className="msg-err" role="alert"><Icon name="warn" /> {refusal}</p>}
        {isReadOnly ? null : <p><button type="button" className="btn quiet" onClick={() => void remove()}><Trans>Remove {file.name}</Trans></button></p>}
      </div>
    </li>
  );
}
