/** Domains as people type them: plain letters, digits and hyphens, so that no letter can look like another. */

const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Whether it is a domain, in lower case, of two labels or more. */
export const isDomain = (text: string): boolean => DOMAIN.test(text);
