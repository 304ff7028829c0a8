/** Who still works at an institution is asked once a quarter. */
const CHECK_DAYS = 91;

/** Nobody has said for a quarter who still works at the institution. */
export function isCheckDueSql(institution: string): string {
  return `(coalesce(${institution}.people_checked_at, ${institution}.created_at) < now() - interval '${CHECK_DAYS} days')`;
}
