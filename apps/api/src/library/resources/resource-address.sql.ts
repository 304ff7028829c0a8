/** The address of a resource, as answers give it. */
import type { FieldContext } from '../../platform/selection/index.js';

let publicUrl = 'http://localhost:4000';
/** Set once at start; addresses in answers begin with it. */
export function setPublicUrl(url: string): void {
  publicUrl = url;
}

/** The source is a row of `resource`. */
export const addressSql = ({ source, statement }: Pick<FieldContext, 'source' | 'statement'>): string => `${statement.param(publicUrl)} || '/r/' || ${source}.slug`;
