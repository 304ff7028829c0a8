/** The editor: what stands in the form is one piece of writing that saves itself; around it stand its structure, what is missing, and who may read it. */
import '../../ui/forms.css';
import './editing.css';
import { type ReactElement, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Wanted } from '@passalong/domain';
import { FormProvider, useForm } from 'react-hook-form';
import { ErrorSummary } from '../../ui/error-summary';
import { AlsoHere } from './also-here';
import { AnswerField } from './answer-field';
import { BesideForm } from './beside-form';
import { Conflict } from './conflict';
import { ContentSections } from './content-sections';
import { contentOf, type ResourceToWrite } from './draft-query';
import { EditingContext, fieldId } from './editing-context';
import { EditorBar } from './editor-bar';
import { EditorNotices } from './editor-notices';
import type { FormValues } from './content-form';
import { FilesSection } from './files/files-section';
import { focusField } from './focus-field';
import type { KeptFor } from './kept-text';
import { missingOf } from './missing';
import { Outline } from './outline';
import { useAutosave } from './use-autosave';
import { useSend } from './use-send';
import { tagsIn } from './vocabulary';
import { formOfWriting, revisionOf, writingOfForm, writingOfResource } from './writing';
import type { Opening } from './opening';

const NONE_WANTED: readonly Wanted[] = [];

export interface Author extends KeptFor {
  readonly institutionName: string;
}

interface Props {
  readonly resource: ResourceToWrite;
  readonly author: Author;
  readonly opening: Opening;
  readonly onSent: (visibility: string) => void;
  readonly onReload: () => void;
}

export function Editor({ resource, author, opening, onSent, onReload }: Props): ReactElement {
  const { id, kind } = resource;
  const saved = useMemo(() => writingOfResource(resource), [resource]);
  const { autosave, state, isKeptHere } = useAutosave({ ...author, resourceId: id, kind }, { revision: opening.revision, saved, isCurrent: opening.revision === revisionOf(resource) });
  const form = useForm<FormValues>({ defaultValues: formOfWriting(kind, opening.writing), shouldUnregister: false });
  const [writing, setWriting] = useState(opening.writing);
  const shown = useDeferredValue(writing);
  const isRevision = resource.version !== null;
  const missing = useMemo(() => missingOf(kind, shown, isRevision), [kind, shown, isRevision]);
  const isReadOnly = resource.draft?.status === 'IN_REVIEW';

  useEffect(() => {
    if (isReadOnly) return;
    const take = (values: FormValues): void => {
      const written = writingOfForm(kind, values);
      autosave.write(written);
      setWriting(written);
    };
    if (opening.isRestored) take(form.getValues());
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => take(values) });
  }, [autosave, form, kind, isReadOnly, opening.isRestored]);

  const { problems, attempt, isSending, send } = useSend({ resource, autosave, content: shown.content, missing, missingNow: () => missingOf(kind, autosave.current, isRevision), refused: state.problems, onSent });
  const hasDraft = state.revision > 0;
  const editing = useMemo(() => ({
    Answer: AnswerField, resourceId: id, hasDraft, tags: tagsIn(contentOf(resource)), isReadOnly,
    problems: new Map(problems.filter(({ path }) => path !== '').map(({ path, message }) => [path, message])),
  }), [resource, id, hasDraft, isReadOnly, problems]);
  useDocumentTitle(String(shown.content['title'] ?? ''), problems.length > 0);

  return (
    <EditingContext value={editing}>
      <FormProvider {...form}>
        <div className="editor">
          <EditorBar resource={resource} author={author} state={state} isKeptHere={isKeptHere} missing={missing.length} isSending={isSending} onSend={send} title={String(shown.content['title'] ?? '')} />
          <EditorNotices resource={resource} author={author} autosave={autosave} state={state} isKeptHere={isKeptHere} opening={opening} onReload={onReload} />
          {isReadOnly || state.phase === 'STALE' ? null : <AlsoHere resourceId={id} revision={state.revision} isUnsaved={state.phase !== 'SAVED'} onReload={onReload} />}
          {state.phase === 'STALE'
            ? <Conflict resourceId={id} kind={kind} autosave={autosave} onSettled={(chosen) => form.reset(formOfWriting(kind, chosen))} />
            : null}
          <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={focusField} />
          <div className="panes" hidden={state.phase === 'STALE'}>
            <Outline kind={kind} content={shown.content} missing={missing} />
            <div className="pane">
              <form noValidate onSubmit={(event) => { event.preventDefault(); void autosave.saveNow(); }} onBlur={() => void autosave.saveNow()}>
                <ContentSections kind={kind} />
              </form>
              <FilesSection />
            </div>
            <BesideForm resourceId={id} team={resource.team} me={author.personId} kind={kind} content={shown.content} missing={missing} wanted={resource.draft?.placeholders?.wanted ?? NONE_WANTED} isRevision={isRevision} hasKept={contentOf(resource)['extra'] !== null} />
          </div>
        </div>
      </FormProvider>
    </EditingContext>
  );
}

function useDocumentTitle(title: string, hasProblems: boolean): void {
  useEffect(() => {
    document.title = `${hasProblems ? 'Error: ' : ''}${title === '' ? 'Write' : title} - Passalong`;
  }, [title, hasProblems]);
}
