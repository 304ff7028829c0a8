/** Which of the three kinds: a card for each, with the question that it answers. */
import type { ResourceKind } from '@passalong/domain';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { FieldGroup } from '../../ui/form-field';
import { Icon } from '../../ui/icon';

interface Props {
  readonly id: string;
  /** Of the control; two choices on one page have two names. */
  readonly name: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly chosen: ResourceKind | null;
  readonly onChoose: (kind: ResourceKind) => void;
}

const KINDS = ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'] as const satisfies readonly ResourceKind[];
const ICONS = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'template', CASE_STUDY: 'case' } as const;

export function KindChoice({ id, name, label, error, chosen, onChoose }: Props): ReactElement {
  const { t } = useLingui();
  const words = {
    PLAYBOOK: { name: t`Playbook`, asks: t`How do we do this?` },
    CONTENT_TEMPLATE: { name: t`Content template`, asks: t`What do we post?` },
    CASE_STUDY: { name: t`Case study`, asks: t`Did it work, and for whom?` },
  };
  return (
    <FieldGroup id={id} label={label} error={error}>
      <div className="kinds">
        {KINDS.map((one) => (
          <label className="kind-card" key={one}>
            <input type="radio" name={name} value={one} checked={chosen === one} onChange={() => onChoose(one)} />
            <span><b><Icon name={ICONS[one]} /> {words[one].name}</b><br /><span className="hint">{words[one].asks}</span></span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
