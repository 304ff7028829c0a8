/** The whole form as one piece of writing, and back. */
import { CONTENT_FIELDS, type ResourceKind } from '@passalong/domain';
import type { Writing } from './autosave';
import { contentToForm, type FormValues, formToInput } from './content-form';
import { contentOf, type ResourceToWrite } from './draft-query';

/** What the server has, as the form would send it. Where there is no draft, a revision starts from what is published. */
export function writingOfResource(resource: Pick<ResourceToWrite, 'kind' | 'draft' | 'visibility' | 'content'>): Writing {
  const { kind, draft, visibility } = resource;
  const fields = CONTENT_FIELDS[kind];
  return { content: formToInput(fields, contentToForm(fields, contentOf(resource))), visibility: draft?.visibility ?? visibility, changeNote: draft?.changeNote ?? '' };
}

/** The audience and the change note stand beside the content under names that no field has. */
export function formOfWriting(kind: ResourceKind, { content, visibility, changeNote }: Writing): FormValues {
  return { ...contentToForm(CONTENT_FIELDS[kind], content), visibility, changeNote };
}

export function writingOfForm(kind: ResourceKind, values: FormValues): Writing {
  return { content: formToInput(CONTENT_FIELDS[kind], values), visibility: String(values['visibility']), changeNote: String(values['changeNote'] ?? '') };
}

/** The revision that the next save builds on. */
export function revisionOf({ draft }: Pick<ResourceToWrite, 'draft'>): number {
  return draft?.revision ?? 0;
}
