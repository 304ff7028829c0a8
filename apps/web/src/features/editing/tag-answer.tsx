/** Tags of a vocabulary. A retired one is shown where it stands already, and never offered. */
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useController } from 'react-hook-form';
import type { Question } from '../../ui/form-field';
import { TagPicker } from '../../ui/tag-picker';
import { useEditing } from './editing-context';
import { useTags } from './vocabulary';

interface Props {
  readonly scheme: string;
  readonly isMany: boolean;
  readonly name: string;
  readonly question: Question;
}

const RETIRED = msg`No longer offered`;

export function TagAnswer({ scheme, isMany, name, question }: Props): ReactElement {
  const { i18n } = useLingui();
  const { tags, isReadOnly } = useEditing();
  const offered = useTags(scheme);
  const { field } = useController({ name });
  const ids = (isMany ? (field.value ?? []) : [field.value].filter((id) => typeof id === 'string' && id !== '')) as readonly string[];
  const chosen = ids.map((id) => {
    const current = offered.find((tag) => tag.id === id);
    const known = tags.get(id);
    return current ?? { id, label: known?.label ?? id, description: known?.isRetired === true ? i18n._(RETIRED) : (known?.description ?? null) };
  });
  return <TagPicker {...question} offered={offered} chosen={chosen} isMany={isMany} isDisabled={isReadOnly} onChange={(next) => field.onChange(isMany ? next : (next[0] ?? ''))} />;
}
