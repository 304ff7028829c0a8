/** What the people of an institution and those who may come ask of the API. */
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { JoinRequestsQuery, WholePeopleFragment } from '../../graphql/generated/graphql';

const PEOPLE = graphql(`fragment WholePeople on InstitutionPeople {
  institutionId isCheckDue checkedAt approvedDomains people { id displayName roles lastActiveOn waysIn }
  invitations { id email roles forPerson createdAt expiresAt } domains { domain recordName recordValue provenAt checkedAt failure }
}`);

export const READ_PEOPLE = graphql(`query InstitutionPeople($at: ID) { institutionPeople(institutionId: $at) { ...WholePeople } }`);
export const INVITE = graphql(`mutation Invite($input: InviteInput!) { done: invite(input: $input) { people { ...WholePeople } address errors { message path } } }`);
export const INVITE_TO_LINK = graphql(`mutation InviteToLink($input: InviteToLinkInput!) { done: inviteToLink(input: $input) { people { ...WholePeople } address errors { message path } } }`);
export const END_INVITATION = graphql(`mutation EndInvitation($input: EndInvitationInput!) { done: endInvitation(input: $input) { people { ...WholePeople } errors { message path } } }`);
export const CONFIRM_PEOPLE = graphql(`mutation ConfirmPeople($input: ConfirmPeopleInput!) { done: confirmPeople(input: $input) { people { ...WholePeople } errors { message path } } }`);
export const CLAIM_DOMAIN = graphql(`mutation ClaimDomain($input: DomainInput!) { done: claimDomain(input: $input) { people { ...WholePeople } errors { message path } } }`);
export const CHECK_DOMAIN = graphql(`mutation CheckDomain($input: DomainInput!) { done: checkDomain(input: $input) { people { ...WholePeople } errors { message path } } }`);
export const DROP_DOMAIN = graphql(`mutation DropDomain($input: DomainInput!) { done: dropDomain(input: $input) { people { ...WholePeople } errors { message path } } }`);
export const REQUESTS = graphql(`query JoinRequests { joinRequests { id createdAt institutionName workEmail personName personRole headName headEmail message suggestions { id name hasDomain isMember } } }`);
export const ANSWER_REQUEST = graphql(`mutation AnswerJoinRequest($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { invitationAddress setUpAddress errors { message path } } }`);

export type MaskedPeople = FragmentType<typeof PEOPLE>;
export type People = WholePeopleFragment;
export type Colleague = People['people'][number];
export type OpenInvitation = People['invitations'][number];
export type Domain = People['domains'][number];
export type JoinRequest = JoinRequestsQuery['joinRequests'][number];

export function peopleOf(masked: MaskedPeople): People {
  return unmask(PEOPLE, masked);
}
