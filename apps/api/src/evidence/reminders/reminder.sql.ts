/** Whose a reminder is, and when it is due. */
import type { PersonViewer } from '@passalong/domain';
import type { Statement } from '../../platform/selection/index.js';

export function ownSql(viewer: PersonViewer, alias: string, statement: Statement): string {
  return `${alias}.person_id = ${statement.param(viewer.personId, 'uuid')} and ${alias}.institution_id = ${statement.param(viewer.institutionId, 'uuid')}`;
}

export const dueSql = (alias: string): string => `(${alias}.due_on <= current_date)`;
