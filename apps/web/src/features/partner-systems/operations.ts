/** What the partner systems of an institution ask of the API. */
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { PartnerSystemFragment } from '../../graphql/generated/graphql';

const SYSTEM = graphql(`fragment PartnerSystem on ApiClient { id name secretMadeAt lastUsedAt answeredFor isResting }`);

export const READ_SYSTEMS = graphql(`query PartnerSystems($at: ID) { apiClients(institutionId: $at) { ...PartnerSystem } }`);
export const CREATE_SYSTEM = graphql(`mutation CreateApiClient($input: CreateApiClientInput!) { done: createApiClient(input: $input) { clients { ...PartnerSystem } clientId secret errors { message path } } }`);
export const ROTATE_SECRET = graphql(`mutation RotateApiClientSecret($input: ApiClientInput!) { done: rotateApiClientSecret(input: $input) { clients { ...PartnerSystem } clientId secret errors { message path } } }`);
export const REVOKE_SYSTEM = graphql(`mutation RevokeApiClient($input: ApiClientInput!) { done: revokeApiClient(input: $input) { clients { ...PartnerSystem } errors { message path } } }`);

export type MaskedSystems = readonly FragmentType<typeof SYSTEM>[];
export type System = PartnerSystemFragment;

export function systemsOf(masked: MaskedSystems): readonly System[] {
  return masked.map((system) => unmask(SYSTEM, system));
}
