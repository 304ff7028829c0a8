/** How partner systems come in: `/oauth/token` by OAuth 2.0 (RFC 6749, client credentials), and the tokens that they show afterwards (RFC 6750). */
import { Inject, Injectable } from '@nestjs/common';
import OAuth2Server from '@node-oauth/oauth2-server';
import type { ApiClientViewer } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/database.js';
import { readApiId } from '../../platform/ids/ids.js';
import { ViewerCache } from '../viewer-cache.js';
import { hashToken } from '../viewer.reader.js';
import { isAnsweredSql, newAccessToken, TOKEN_SECONDS } from './api-clients.js';

/** All that there is to ask for; it is given also where nothing is asked. */
export const SCOPE = 'resources:read';
const GRANTS = ['client_credentials'];

/** A client that exists, and whether its secret is right and somebody answers for it. */
const ASKING = `
  with asking as (select c.id, c.institution_id, c.secret_hash = $2 and ${isAnsweredSql('c')} as is_let_in from api_client c where c.id = $1 and c.revoked_at is null),
       noted as (update api_client set last_used_at = now() from asking where api_client.id = asking.id and asking.is_let_in)
  select id, institution_id, is_let_in from asking`;
const KEPT = `
  with over as (delete from api_token where client_id = $2 and expires_at < now())
  insert into api_token (token_hash, client_id, institution_id, expires_at) values ($1, $2, $3, $4)`;
const LIVE_TOKEN = `
  select c.id as client_id, c.institution_id, extract(epoch from t.expires_at)::float8 * 1000 as ends_at from api_token t join api_client c on c.id = t.client_id
   where t.token_hash = $1 and t.expires_at > now() and c.revoked_at is null and ${isAnsweredSql('c')}`;

@Injectable()
export class AccessTokens {
  private readonly server: OAuth2Server;

  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {
    this.server = new OAuth2Server({ model: this.model(), accessTokenLifetime: TOKEN_SECONDS });
  }

  /** Answers a request for a token, or says in the words of RFC 6749 why not; the library's own faults are thrown. */
  async issue(request: { readonly method: string; readonly headers: Record<string, string>; readonly body: Readonly<Record<string, unknown>> }): Promise<{ status: number; headers: Record<string, string>; body: object }> {
    const response = new OAuth2Server.Response({ headers: {} });
    try {
      await this.server.token(new OAuth2Server.Request({ ...request, query: {} }), response);
    } catch (error) {
      if (!(error instanceof OAuth2Server.OAuthError) || error instanceof OAuth2Server.ServerError) throw error;
      return { status: error.code, headers: headersOf(response), body: { error: error.name, error_description: error.message } };
    }
    return { status: 200, headers: headersOf(response), body: response.body as object };
  }

  /** Who shows this token; null where it has ended or never was one. A read may be answered for up to ten seconds after that, where no notice of it came. */
  async findViewer(token: string, { isRead = false }: { isRead?: boolean } = {}): Promise<ApiClientViewer | null> {
    const hash = hashToken(token);
    const key = hash.toString('hex');
    const kept = isRead ? this.viewers.find(key) : null;
    if (kept?.kind === 'API_CLIENT') return kept;
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ client_id: string; institution_id: string; ends_at: number }>(LIVE_TOKEN, [hash]));
    if (row === undefined) {
      this.viewers.forgetKey(key);
      return null;
    }
    return this.viewers.keep(key, { kind: 'API_CLIENT', clientId: row.client_id, institutionId: row.institution_id, scopes: [SCOPE] }, row.ends_at);
  }

  private model(): OAuth2Server.ClientCredentialsModel {
    return {
      generateAccessToken: async () => newAccessToken(),
      getClient: async (clientId, clientSecret) => {
        const read = readApiId(clientId);
        if (read?.type !== 'apiClient') return null;
        return this.database.transaction('SYSTEM', async (transaction) => {
          const [client] = await transaction.query<{ id: string; institution_id: string; is_let_in: boolean }>(ASKING, [read.key, hashToken(clientSecret)]);
          if (client === undefined) return null;
          const { id, institution_id: institutionId } = client;
          if (client.is_let_in) return { id, institutionId, grants: GRANTS };
          await recordAudit(transaction, { chain: institutionId, action: 'ISSUE_API_TOKEN', outcome: 'REFUSED', subject: { type: 'API_CLIENT', id } });
          return null;
        });
      },
      // A client stands for nobody but itself.
      getUserFromClient: async ({ id }) => ({ id }),
      validateScope: async (_user, _client, scope = [SCOPE]) => (scope.every((one) => one === SCOPE) ? [SCOPE] : false),
      saveToken: async (token, client, user) => {
        const { id, institutionId } = client as { id: string; institutionId: string } & OAuth2Server.Client;
        await this.database.transaction('SYSTEM', async (transaction) => {
          await transaction.query(KEPT, [hashToken(token.accessToken), id, institutionId, token.accessTokenExpiresAt]);
          await recordAudit(transaction, { chain: institutionId, action: 'ISSUE_API_TOKEN', subject: { type: 'API_CLIENT', id } });
        });
        return { ...token, client, user };
      },
      getAccessToken: async () => null, // tokens are looked up by `findViewer`
    };
  }
}

const headersOf = ({ headers }: { headers?: Record<string, string> }): Record<string, string> => ({ ...headers, 'cache-control': 'no-store' });
