/** How long a session lasts: from its beginning, and without being used. Shorter for those who can do more. */

/** Twelve hours: a working day, wherever it begins. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** One hour for a break-glass administrator: long enough to see to an emergency, too short to work in. */
export const BREAK_GLASS_SECONDS = 60 * 60;
const IDLE = '4 hours';
const ADMINISTRATOR_LASTS = '8 hours';
const ADMINISTRATOR_IDLE = '30 minutes';

/** Somebody signed in with the session a moment ago: so much is asked of whoever changes how they sign in. */
export const isFreshSql = (session: string): string => `${session}.created_at > now() - interval '10 minutes'`;

/** The session `session` of the person `person`, under the membership `membership`, has neither ended nor been left alone for too long. */
export function isLiveSql(session: string, membership: string, person: string): string {
  const isAdministrator = `('ADMINISTRATOR' = any(${membership}.roles) or ${person}.is_platform_administrator)`;
  return `${session}.expires_at > now()
     and ${session}.last_seen_at > now() - case when ${isAdministrator} then interval '${ADMINISTRATOR_IDLE}' else interval '${IDLE}' end
     and (not ${isAdministrator} or ${session}.created_at > now() - interval '${ADMINISTRATOR_LASTS}')`;
}
