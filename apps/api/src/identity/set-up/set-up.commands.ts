/** Setting an institution's sign-in up: by its administrators, by whoever has a link, by platform administrators. */
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { type UserError, NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { addOidcProvider, addSamlProvider, prepareProvider } from '../provider.commands.js';
import { changeAttributes, changeOidc, changeSaml, type Changed, removeProvider } from './provider-changes.js';
import { askOn, confirm, decline, switchOff } from './provider-switch.js';
import type { ConfirmProviderInput, SetUpAttributesInput, SetUpOidcInput, SetUpSamlInput } from './set-up.inputs.js';
import type { SetUpAccess } from './set-up-access.js';
import { endSetUpLink, makeSetUpLink, setUpAddress } from './set-up-links.js';
import { ProviderLookup } from './provider-lookup.js';
import { readAttributes, readLabel } from './read-set-up.js';

/** The provider that was added or changed, or why nothing was. */
export type Done = { readonly ok: true; readonly providerId: string | null } | { readonly ok: false; readonly errors: UserError[] };
/** An institution has one or two; more than this is a mistake, or mischief. */
const MOST_PROVIDERS = 20;
const IS_ON = 'It is on. Switch it off first: nobody new comes in meanwhile, and whoever is signed in stays so.';

@Injectable()
export class SetUpCommands {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(ProviderLookup) private readonly lookup: ProviderLookup,
    @Inject(Sealing) private readonly sealing: Sealing,
  ) {}

  /** What is entered at the provider about us depends on nothing else, and its IT needs it first. */
  prepare(access: SetUpAccess, protocol: 'SAML' | 'OIDC'): Promise<Done> {
    return this.sealed((sealer) => this.add(access, (transaction) => prepareProvider(transaction, { institutionId: access.institutionId, personId: access.personId, protocol, host: new URL(this.config.publicUrl).hostname, sealer })));
  }

  async setUpSaml(access: SetUpAccess, input: SetUpSamlInput): Promise<Done> {
    const label = readLabel(input.label);
    if (!label.ok) return label;
    const found = await this.lookup.metadata(input, await this.signersOf(access, input.providerId ?? null));
    if (!found.ok) return found;
    const { metadata, metadataUrl, signers } = found;
    const given = { metadata, metadataUrl, metadataSigners: signers, wantsEncryption: input.wantsEncryption === true, label: label.value };
    return this.sealed((sealer) => this.addOrChange(access, input.providerId ?? null, {
      change: (transaction, changed) => changeSaml(transaction, changed, given),
      add: (transaction) => addSamlProvider(transaction, { ...given, institutionId: access.institutionId, scopes: [], host: new URL(this.config.publicUrl).hostname, personId: access.personId, sealer }),
    }));
  }

  async setUpOidc(access: SetUpAccess, input: SetUpOidcInput): Promise<Done> {
    const label = readLabel(input.label);
    if (!label.ok) return label;
    const found = await this.lookup.issuer(input);
    if (!found.ok) return found;
    const { issuer, clientId, clientSecret, tenant } = found;
    return this.sealed((sealer) => this.addOrChange(access, input.providerId ?? null, {
      change: (transaction, changed) => changeOidc(transaction, changed, { issuer, clientId, clientSecret, tenant, label: label.value, sealer }),
      add: (transaction) => addOidcProvider(transaction, { institutionId: access.institutionId, issuer, clientId, clientSecret: clientSecret ?? '', scopes: [], trustsPlainAffiliation: false, tenant, label: label.value, personId: access.personId, sealer }),
    }));
  }

  async setUpAttributes(access: SetUpAccess, input: SetUpAttributesInput): Promise<Done> {
    const read = readAttributes(input);
    if (!read.ok) return read;
    return this.change(access, input.providerId, (transaction, changed) => changeAttributes(transaction, changed, read.value), IS_ON);
  }

  switchOn(access: SetUpAccess, providerId: string): Promise<Done> {
    return this.within(access, async (transaction) => {
      const outcome = await askOn(transaction, changedBy(access, providerId));
      if (outcome === 'NOT_THERE') throw notFound();
      return outcome === 'NOT_TESTED' ? refused('It can be switched on once a test has passed, of the settings as they are and within the last hour. Nothing was changed.') : { ok: true, providerId };
    });
  }

  switchOff(access: SetUpAccess, providerId: string): Promise<Done> {
    return this.change(access, providerId, switchOff, 'It is not there any more.');
  }

  remove(access: SetUpAccess, providerId: string): Promise<Done> {
    return this.change(access, providerId, removeProvider, 'It is on, or people have signed in with it, so it cannot be taken out. It can be switched off.');
  }

  /** The address to hand on. Links are made by people: whoever has one cannot make another. */
  async makeLink(access: SetUpAccess): Promise<{ ok: true; address: string } | { ok: false; errors: UserError[] }> {
    const { personId } = access;
    if (personId === null) throw notFound();
    const token = await this.database.transaction(access, (transaction) => makeSetUpLink(transaction, { institutionId: access.institutionId, madeBy: personId }));
    return token === null ? refused('There are ten links already. End one that is not needed.') : { ok: true, address: setUpAddress(this.config.publicUrl, token) };
  }

  async endLink(access: SetUpAccess, linkId: string): Promise<Done> {
    const { personId, institutionId } = access;
    if (personId === null) throw notFound();
    const hasEnded = await this.database.transaction(access, (transaction) => endSetUpLink(transaction, { id: keyOf('setUpLink', linkId), institutionId, personId }));
    if (!hasEnded) throw notFound();
    return { ok: true, providerId: null };
  }

  /** For platform administrators: whether it was waiting. */
  answerWaiting(personId: string, { providerId, revision, isRight }: ConfirmProviderInput): Promise<boolean> {
    return this.database.transaction('SYSTEM', (transaction) => (isRight ? confirm : decline)(transaction, { id: keyOf('provider', providerId), revision, personId }));
  }

  /** Who signs the metadata that is fetched for this provider. */
  private async signersOf(access: SetUpAccess, providerId: string | null): Promise<readonly string[]> {
    if (providerId === null) return [];
    const [row] = await this.database.transaction(access, (transaction) => transaction.query<{ signers: string[] }>('select metadata_signers as signers from saml_provider where provider_id = $1 and institution_id = $2 and metadata_url is not null', [keyOf('provider', providerId), access.institutionId]));
    return row?.signers ?? [];
  }

  /** What comes of `work`, which keeps a secret; without a key nothing is begun. */
  private async sealed(work: (sealer: Sealer) => Promise<Done>): Promise<Done> {
    return this.sealing.isPossible ? work(await this.sealing.sealer()) : refused('No secret can be kept here yet: whoever runs this installation has to set SEALING_KEY first. Nothing was changed.');
  }

  private addOrChange(access: SetUpAccess, providerId: string | null, how: { change: (transaction: Transaction, changed: Changed) => Promise<boolean>; add: (transaction: Transaction) => Promise<string> }): Promise<Done> {
    return providerId === null ? this.add(access, how.add) : this.change(access, providerId, how.change, IS_ON);
  }

  private add(access: SetUpAccess, how: (transaction: Transaction) => Promise<string>): Promise<Done> {
    return this.within(access, async (transaction) => {
      await transaction.query(`select pg_advisory_xact_lock(hashtextextended('identity providers ' || $1, 0))`, [access.institutionId]);
      const [held] = await transaction.query<{ count: number }>('select count(*)::int as count from identity_provider where institution_id = $1', [access.institutionId]);
      return (held?.count ?? 0) >= MOST_PROVIDERS ? refused('There are twenty sign-in services already. Take one out that is not used.') : { ok: true, providerId: apiId('provider', await how(transaction)) };
    });
  }

  private change(access: SetUpAccess, providerId: string, how: (transaction: Transaction, changed: Changed) => Promise<boolean>, otherwise: string): Promise<Done> {
    return this.within(access, async (transaction) => {
      const changed = changedBy(access, providerId);
      const found = await transaction.query('select id from identity_provider where id = $1 and institution_id = $2 for update', [changed.id, changed.institutionId]);
      if (found.length === 0) throw notFound();
      return (await how(transaction, changed)) ? { ok: true, providerId } : refused(otherwise);
    });
  }

  /** Behind every statement stands row security by the institution. */
  private within(access: SetUpAccess, work: (transaction: Transaction) => Promise<Done>): Promise<Done> {
    return this.database.transaction(access, work).catch((error: unknown) => {
      if (isTaken(error)) return refused('This provider is set up already. Nothing was changed.');
      throw error;
    });
  }
}

const changedBy = ({ institutionId, personId }: SetUpAccess, providerId: string): Changed => ({ id: keyOf('provider', providerId), institutionId, personId });
/** One provider, one row: an issuer with one client id cannot stand for two institutions. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'constraint' in error && error.constraint === 'identity_provider_issuer_key';
const refused = (message: string): { ok: false; errors: UserError[] } => ({ ok: false, errors: [new NotPossibleError(message)] });
