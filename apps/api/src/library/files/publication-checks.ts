/** What keeps the files of a draft from being published, each problem beside its file; and whether what the draft says of them is there. */
import { type Content, contentProblems, type DescribedFile, editableSourceProblems, FILE_TYPES, filePublicationProblem, type FileType, type Json, type ResourceKind } from '@passalong/domain';
import { imagesOf, isOwnFile, type ProseDocument } from '@passalong/prose';
import type { Transaction } from '../../platform/database/database.js';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId } from '../../platform/ids/ids.js';
import { CONTENT_KEYS } from '../resources/resource.inputs.js';
import { fileAt } from './file-address.js';

/** The columns of a description, by the names of the domain. */
export const DESCRIPTION = `alt_text as "altText", shows_person as "showsPerson", consent_reference as "consentReference", consent_scopes as "consentScopes", consent_expires_on::text as "consentExpiresOn"`;
export type FileRow = DescribedFile & { readonly id: string; readonly name: string; readonly media_type: FileType };

/** YYYY-MM-DD, by which agreements end. */
export const today = (): string => new Date().toISOString().slice(0, 10);

const NOT_OF_THIS_DRAFT = 'This picture belongs to other work. Upload it here, or take it out.';

interface CheckedDraft { readonly id: string; readonly kind: ResourceKind; readonly content: Content }

export async function fileProblems(transaction: Transaction, { id, kind, content }: CheckedDraft): Promise<readonly UserError[]> {
  const files = await transaction.query<FileRow>(`select id, name, media_type, ${DESCRIPTION} from draft_file where draft_id = $1 order by position, id`, [id]);
  const described = files.flatMap((file) => {
    const problem = filePublicationProblem(file, FILE_TYPES[file.media_type].isImage, today());
    return problem === null ? [] : [new InvalidValueError(`“${file.name}”: ${problem}`, `files.${apiId('file', file.id)}`)];
  });
  return [...described, ...strayImages(kind, content, new Set(files.map((file) => file.id)))];
}

/** Images at addresses of ours whose file is not among those of the draft: nobody asked the person shown for this work. */
function strayImages(kind: ResourceKind, content: Content, ids: ReadonlySet<string>): readonly UserError[] {
  const isStray = ({ src }: { readonly src: string }): boolean => isOwnFile(src) && !ids.has(fileAt(src) ?? '');
  const prose = (value: Json): string | null => (imagesOf(value as unknown as ProseDocument).some(isStray) ? NOT_OF_THIS_DRAFT : null);
  const found = contentProblems(kind, content, { term: () => null, prose }).filter(({ message }) => message === NOT_OF_THIS_DRAFT);
  return found.map(({ path, message }) => new InvalidValueError(message, `content.${CONTENT_KEYS[kind]}.${path}`));
}

/** Where a template would send others for its editable source in vain. `under` is the path of the content in the input. */
export async function editableSourceRefusals(transaction: Transaction, { id, content }: { readonly id: string; readonly content: Content }, under: string): Promise<readonly UserError[]> {
  const files = await transaction.query<{ name: string }>('select name from draft_file where draft_id = $1', [id]);
  return editableSourceProblems(content, new Set(files.map(({ name }) => name))).map(({ path, message }) => new InvalidValueError(message, `${under}.${path}`));
}
