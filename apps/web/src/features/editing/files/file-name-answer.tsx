/** Names one of the files of the draft. A name that no file has any more stays until somebody chooses another. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useController } from 'react-hook-form';
import { controlProps, FormField, type Question } from '../../../ui/form-field';
import { fieldId, useEditing } from '../editing-context';
import { useFiles } from './use-files';

export function FileNameAnswer({ name, question }: { readonly name: string; readonly question: Question }): ReactElement {
  const { t } = useLingui();
  const { isReadOnly } = useEditing();
  const { files, isRead } = useFiles();
  const { field } = useController({ name });
  const chosen: unknown = field.value;
  const names = [...new Set(files.map((file) => file.name))];
  const isGone = typeof chosen === 'string' && chosen !== '' && !names.includes(chosen);
  return (
    <FormField {...question}>
      <select disabled={isReadOnly} {...controlProps(question)} {...field} value={typeof chosen === 'string' ? chosen : ''}>
        <option value="">{t`None`}</option>
        {isGone ? <option value={chosen}>{isRead ? t`${chosen} (not among the files any more)` : chosen}</option> : null}
        {names.map((file) => <option key={file} value={file}>{file}</option>)}
      </select>
      {isRead && names.length === 0 ? <p className="small soft"><a href={`#${fieldId('files')}`}><Trans>Add it under “Files and pictures” first.</Trans></a></p> : null}
    </FormField>
  );
}
