/** What a demo provider is told about its university. */
export interface DemoPerson { readonly subject: string; readonly name: string; readonly affiliation: string }
export interface DemoInstitution {
  readonly slug: string;
  readonly name: string;
  /** Of the identity_provider row, whose issuer is demoIssuer(publicUrl, slug). */
  readonly providerId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Asked each time, so that new people appear without a restart. */
  people(): Promise<readonly DemoPerson[]>;
}

export const demoIssuer = (publicUrl: string, slug: string): string => `${publicUrl}/demo-idp/${slug}`;
