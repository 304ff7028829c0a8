/** The files of the draft that is open, read once and anew after each change. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEditing } from '../editing-context';
import { type DraftFile, readFiles } from './file-operations';

interface Files { readonly files: readonly DraftFile[]; readonly isRead: boolean; readonly readAgain: () => void }
const NONE: readonly DraftFile[] = [];

export function useFiles(): Files {
  const { resourceId, hasDraft } = useEditing();
  const client = useQueryClient();
  const { data, isSuccess } = useQuery({ queryKey: ['files', resourceId, hasDraft], queryFn: ({ signal }) => readFiles(resourceId, signal), enabled: resourceId !== '', staleTime: Infinity });
  return { files: data ?? NONE, isRead: isSuccess, readAgain: () => { void client.invalidateQueries({ queryKey: ['files', resourceId] }); } };
}
