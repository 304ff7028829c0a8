/** Where review items stand, and whose they are. */
import { any, inAuthorTeam, resourceActionRules, type Viewer, visibleResources } from '@passalong/domain';
import type { Statement } from '../../platform/selection/index.js';
import { workspaceSource } from './resource.source.js';
import { ruleSql, visibleSql } from './visibility.sql.js';

/** Items with their resource, which shows the draft where its published version is not for the viewer. */
export function itemSource(viewer: Viewer, statement: Statement): string {
  return `${workspaceSource('r', visibleSql(viewer, 'r', statement)).from} join review_item item on item.resource_id = r.id`;
}

/** The open question `item` is the viewer's to answer. */
export function mayDecideItem(viewer: Viewer, statement: Statement): string {
  const { SIGN_OFF, MODERATE } = resourceActionRules(viewer);
  return ruleSql(any(SIGN_OFF, MODERATE), 'r', statement, true);
}

/** The viewer is in the author team of what is asked about. */
export function asksAboutOwnWork(viewer: Viewer, statement: Statement): string {
  return ruleSql(inAuthorTeam(viewer), 'r', statement, true);
}

/** The viewer answered it, and may still see what it was about. */
export function wasDecidedBy(viewer: Viewer, statement: Statement): string {
  if (viewer.kind !== 'PERSON') return 'false';
  return `item.decided_by = ${statement.param(viewer.personId, 'uuid')} and ${ruleSql(visibleResources(viewer), 'r', statement, true)}`;
}

export function mayReadItem(viewer: Viewer, statement: Statement): string {
  return `((item.status = 'OPEN' and ${mayDecideItem(viewer, statement)}) or ${asksAboutOwnWork(viewer, statement)} or (${wasDecidedBy(viewer, statement)}))`;
}
