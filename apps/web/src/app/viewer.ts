/** Who a page is made for, as the API says. */
import { graphql } from '../graphql/generated';
import type { ViewerQuery } from '../graphql/generated/graphql';
import type { ScreenViewer } from '../screens/screen';
import type { Execute } from './page-contract';

const VIEWER = graphql(`query Viewer {
  viewer { actingInstitutionId canApprove canModerate roles isPlatformAdministrator person { id displayName } institution { name } }
}`);

/** Null where the session has just ended. */
export async function viewerOf(execute: Execute): Promise<ScreenViewer | null> {
  const { data } = (await execute(VIEWER.toString())) as { data?: ViewerQuery | null };
  const viewer = data?.viewer;
  if (!viewer?.actingInstitutionId || !viewer.person) return null;
  const { actingInstitutionId, canApprove, canModerate, isPlatformAdministrator, roles, person, institution } = viewer;
  const isAdministrator = roles.includes('ADMINISTRATOR');
  return { actingInstitutionId, canApprove, canModerate, isAdministrator, isPlatformAdministrator, personId: person.id, personName: person.displayName ?? '', institutionName: institution?.name ?? '' };
}
