/** The addresses of resources and collections, as answers give them. */
import type { FieldContext } from '../../platform/selection/index.js';

let publicUrl = 'http://localhost:4000';
/** Set once at start; addresses in answers begin with it. */
export function setPublicUrl(url: string): void {
  publicUrl = url;
}

/** The source is a row of `resource`. */
export const addressSql = ({ source, statement }: Pick<FieldContext, 'source' | 'statement'>): string => `${statement.param(publicUrl)} || '/r/' || ${source}.slug`;
/** The source is a row of `collection`. */
export const collectionAddressSql = ({ source, statement }: Pick<FieldContext, 'source' | 'statement'>): string => `${statement.param(publicUrl)} || '/collections/' || ${source}.slug`;
