/** An instant as the API writes it: ISO 8601 in UTC, to the millisecond. */
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

export const instantSql = (expression: string): string => `to_char(${expression} at time zone 'UTC', ${ISO})`;
