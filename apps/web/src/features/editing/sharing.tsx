/** Who may read it, what they may do with it, and what changed: decided beside the text. */
import { CONTENT_FIELDS, isShared, VISIBILITIES, type ResourceKind, type Visibility } from '@passalong/domain';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { controlProps, FieldGroup, FormField } from '../../ui/form-field';
import { AnswerField } from './answer-field';
import { fieldId, useEditing } from './editing-context';

export const AUDIENCES: Readonly<Record<Visibility, { readonly name: MessageDescriptor; readonly means: MessageDescriptor }>> = {
  PRIVATE: { name: msg`Only the authors`, means: msg`Nobody else, not even colleagues.` },
  INSTITUTION: { name: msg`Your institution`, means: msg`Colleagues who sign in from your institution.` },
  GROUP: { name: msg`A group of institutions`, means: msg`Those whom the group names.` },
  MEMBERS: { name: msg`Members`, means: msg`Everyone who signs in from an institution that takes part.` },
  PUBLIC: { name: msg`Everyone`, means: msg`Anyone on the web. More answers are asked.` },
};

interface Props { readonly kind: ResourceKind; readonly isRevision: boolean }

export function Sharing({ kind, isRevision }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const { register } = useFormContext();
  const { isReadOnly, problems } = useEditing();
  const chosen = useWatch({ name: 'visibility' }) as Visibility;
  const { licence } = CONTENT_FIELDS[kind];
  const note = { id: fieldId('changeNote'), label: t`What changed`, hint: t`One line for the history, for example “New step for rainy days”.`, error: problems.get('changeNote') };
  // Groups are managed on the command line until they have screens; work that a group already reads keeps its audience.
  const offered = VISIBILITIES.filter((audience) => audience !== 'GROUP' || chosen === 'GROUP');
  return (
    <section className="sharing" aria-labelledby="sharing-heading">
      <h2 id="sharing-heading"><Trans>Sharing</Trans></h2>
      <FieldGroup id={fieldId('visibility')} label={t`Who may read it`} error={problems.get('visibility')}>
        <div>
          {offered.map((audience) => (
            <label className="check" key={audience}>
              <input type="radio" value={audience} disabled={isReadOnly} {...register('visibility')} />
              <span>{i18n._(AUDIENCES[audience].name)}<br /><span className="hint">{i18n._(AUDIENCES[audience].means)}</span></span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <p className="small soft">{isShared(chosen) ? <Trans>Your approver signs it off, then a moderator of another institution reads it.</Trans> : <Trans>Your approver signs it off. Nobody outside reads it.</Trans>}</p>
      {licence === undefined ? null : <AnswerField field={licence} name="licence" />}
      {isRevision ? <FormField {...note}><input type="text" autoComplete="off" readOnly={isReadOnly} {...controlProps(note)} {...register('changeNote')} /></FormField> : null}
    </section>
  );
}
