/** One field of content on screen, whatever its type: the only place where types become controls. */
import type { Field } from '@passalong/domain';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type AnswerProps, fieldId, useEditing } from './editing-context';
import { LinkAnswer } from './link-answer';
import { ListAnswer } from './list-answer';
import { ObjectAnswer } from './object-answer';
import { ProseAnswer } from './rich-text/prose-answer';
import { TagAnswer } from './tag-answer';
import { ChoiceAnswer, DateAnswer, DurationAnswer, FlagAnswer, MoneyAnswer, NumberAnswer, TextAnswer } from './simple-answers';
import type { Question } from '../../ui/form-field';

export function AnswerField({ field, name, words = field as Field, isLabelHidden }: AnswerProps): ReactElement | null {
  const { i18n } = useLingui();
  const { problems } = useEditing();
  const question: Question = { id: fieldId(name), label: i18n._(words.label), hint: words.help === undefined ? undefined : i18n._(words.help), error: problems.get(name), isLabelHidden };
  switch (field.type) {
    case 'text': return <TextAnswer field={field} name={name} question={question} />;
    case 'prose': return <ProseAnswer field={field} name={name} question={question} />;
    case 'number': return <NumberAnswer field={field} name={name} question={question} />;
    case 'flag': return <FlagAnswer field={field} name={name} question={question} />;
    case 'date': return <DateAnswer field={field} name={name} question={question} />;
    case 'duration': return <DurationAnswer field={field} name={name} question={question} />;
    case 'money': return <MoneyAnswer field={field} name={name} question={question} />;
    case 'choice': return <ChoiceAnswer field={field} name={name} question={question} />;
    case 'term': return <TagAnswer scheme={field.scheme} isMany={false} name={name} question={question} />;
    case 'link': return <LinkAnswer isMany={false} name={name} question={question} />;
    case 'object': return <ObjectAnswer field={field} name={name} question={question} />;
    case 'list': return <ListAnswer field={field} name={name} question={question} />;
    case 'extra': return null; // kept as it is
  }
}
