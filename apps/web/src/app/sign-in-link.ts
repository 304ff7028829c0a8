/** The way to sign in and come back to the page one was on. */
export function signInHref(returnTo: string): string {
  return returnTo === '/' ? '/auth/sign-in' : `/auth/sign-in?${new URLSearchParams({ return_to: returnTo })}`;
}
