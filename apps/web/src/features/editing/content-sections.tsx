/** The form: what a practice note needs first, the rest folded until it is wanted. */
import { CONTENT_FIELDS, type ResourceKind } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactElement } from 'react';
import { AnswerField } from './answer-field';
import { SECTION_WORDS } from './section-words';
import { type Section, SECTIONS } from './sections';

/** Typing changes the fields themselves; the frame around them is drawn once. */
export const ContentSections = memo(function ContentSections({ kind }: { readonly kind: ResourceKind }): ReactElement {
  const first = SECTIONS[kind].filter(({ isFirst }) => isFirst);
  const rest = SECTIONS[kind].filter(({ isFirst }) => !isFirst);
  return (
    <>
      {first.map((section) => <OpenSection key={section.id} kind={kind} section={section} />)}
      <div className="more-head" id="more">
        <h2><Trans>When you want everyone to read it</Trans></h2>
        <p className="soft"><Trans>A note for members is ready with the answers above. These are asked before something goes public, or when it claims more than experience.</Trans></p>
      </div>
      {rest.map((section) => <FoldedSection key={section.id} kind={kind} section={section} />)}
    </>
  );
});

interface SectionProps { readonly kind: ResourceKind; readonly section: Section }

function OpenSection({ kind, section }: SectionProps): ReactElement {
  const { i18n } = useLingui();
  return (
    <section id={`section-${section.id}`} className="edit-section" aria-labelledby={`heading-${section.id}`}>
      <h2 id={`heading-${section.id}`} tabIndex={-1}>{i18n._(SECTION_WORDS[section.id])}</h2>
      <Answers kind={kind} section={section} />
    </section>
  );
}

function FoldedSection({ kind, section }: SectionProps): ReactElement {
  const { i18n } = useLingui();
  return (
    <section id={`section-${section.id}`} className="edit-section folded">
      <details>
        <summary><h3>{i18n._(SECTION_WORDS[section.id])}</h3></summary>
        <Answers kind={kind} section={section} />
      </details>
    </section>
  );
}

function Answers({ kind, section }: SectionProps): ReactElement {
  return (
    <div className="group">
      {section.fields.map((name) => {
        const field = CONTENT_FIELDS[kind][name];
        return field === undefined ? null : <AnswerField key={name} field={field} name={name} isLabelHidden={field.label === SECTION_WORDS[section.id].message} />;
      })}
    </div>
  );
}
