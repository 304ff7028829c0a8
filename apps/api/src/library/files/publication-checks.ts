/** What keeps the files of a draft from being published, each problem beside its file; and whether what the draft says of them is there. */
import { type Content, type DescribedFile, editableSourceProblems, FILE_TYPES, filePublicationProblem, type FileType } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId } from '../../platform/ids/ids.js';

/** The columns of a description, by the names of the domain. */
export const DESCRIPTION = `alt_text as "altText", shows_person as "showsPerson", consent_reference as "consentReference", consent_scopes as "consentScopes", consent_expires_on::text as "consentExpiresOn"`;
export type FileRow = DescribedFile & { readonly id: string; readonly name: string; readonly media_type: FileType };

/** YYYY-MM-DD, by which agreements end. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export async function fileProblems(transaction: Transaction, draftId: string): Promise<readonly UserError[]> {
  const files = await transaction.query<FileRow>(`select id, name, media_type, ${DESCRIPTION} from draft_file where draft_id = $1 order by position, id`, [draftId]);
  return files.flatMap((file) => {
    const problem = filePublicationProblem(file, FILE_TYPES[file.media_type].isImage, today());
    return problem === null ? [] : [new InvalidValueError(`“${file.name}”: ${problem}`, `files.${apiId('file', file.id)}`)];
  });
}

/** Where a template would send others for its editable source in vain. `under` is the path of the content in the input. */
export async function editableSourceRefusals(transaction: Transaction, { id, content }: { readonly id: string; readonly content: Content }, under: string): Promise<readonly UserError[]> {
  const files = await transaction.query<{ name: string }>('select name from draft_file where draft_id = $1', [id]);
  return editableSourceProblems(content, new Set(files.map(({ name }) => name))).map(({ path, message }) => new InvalidValueError(message, `${under}.${path}`));
}
