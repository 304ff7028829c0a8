/** One demo university's OpenID Connect provider: one client, which is us, and people without passwords. */
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { escapeHtml, page } from '../sign-in/page.js';
import { DEMO, REFUSAL } from '../sign-in/sign-in.words.js';
import { demoAdapter } from './demo-adapter.js';
import { demoIssuer, type DemoInstitution } from './demo-institution.js';
import { demoCookieKey, demoSigningKey } from './demo-keys.js';

export async function createDemoProvider(institution: DemoInstitution, publicUrl: string): Promise<Provider> {
  // Loaded here and not above: no other mode has a use for it.
  const { default: OidcProvider, interactionPolicy } = await import('oidc-provider');
  const policy = interactionPolicy.base();
  // Asks at every sign-in, so that one visitor can be several people in turn.
  policy.get('login')?.checks.add(new interactionPolicy.Check('ask_each_time', 'Say who you are.', 'login_required', (ctx) => ctx.oidc.result?.login === undefined));
  const root = `/demo-idp/${institution.slug}`;
  const configuration: Configuration = {
    adapter: demoAdapter(),
    clients: [{
      client_id: institution.clientId, client_secret: institution.clientSecret, client_name: 'Passalong',
      redirect_uris: [`${publicUrl}/auth/oidc/${institution.providerId}/callback`],
      grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'ES256', token_endpoint_auth_method: 'client_secret_post',
    }],
    jwks: { keys: [demoSigningKey(institution.clientSecret)] },
    cookies: {
      keys: [demoCookieKey(institution.clientSecret)],
      names: { session: `demo-idp-${institution.slug}`, interaction: `demo-idp-${institution.slug}-step`, resume: `demo-idp-${institution.slug}-resume` },
      long: { path: root, sameSite: 'lax', httpOnly: true, signed: true }, short: { path: root, sameSite: 'lax', httpOnly: true, signed: true },
    },
    claims: { openid: ['sub'], profile: ['name', 'eduperson_affiliation'] },
    scopes: ['openid'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy, url: (_ctx, interaction) => `${root}/interaction/${interaction.uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3_600, Grant: 3_600 },
    async findAccount(_ctx, subject) {
      const person = (await institution.people()).find((candidate) => candidate.subject === subject);
      return person === undefined ? undefined
        : { accountId: subject, claims: async () => ({ sub: subject, name: person.name, eduperson_affiliation: person.affiliation }) };
    },
    /** We are the only client, so nobody is asked to agree. */
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError(ctx, out) {
      ctx.type = 'html';
      ctx.body = page(DEMO.broken, `
<div class="stack letter">
<h1 class="big">${DEMO.broken}</h1>
<p class="lead">${escapeHtml(out.error_description ?? out.error)}</p>
<p><a class="btn go" href="/auth/sign-in">${REFUSAL.again}</a></p>
</div>`);
    },
  };
  return new OidcProvider(demoIssuer(publicUrl, institution.slug), configuration);
}
