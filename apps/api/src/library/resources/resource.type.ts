/** What GraphQL shows of a resource: one interface, three kinds. A column is private until someone writes it here. */
import { createUnionType, Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstitutionType, PersonType, SharingGroupType } from '../../identity/index.js';
import { Node } from '../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, UrlScalar } from '../../platform/graphql/scalars.js';
import { CONTENT_TYPES } from '../kinds/content-types.js';
import { TeamMember } from './contributor.type.js';
import { Term } from '../vocabulary/term.type.js';
import { ResourceFile } from '../files/file.type.js';
import { Redaction } from '../redaction/redaction.type.js';
import { LifecycleEvent } from './history.type.js';

export enum ResourceKindEnum { PLAYBOOK = 'PLAYBOOK', CONTENT_TEMPLATE = 'CONTENT_TEMPLATE', CASE_STUDY = 'CASE_STUDY' }
export enum VisibilityEnum { PRIVATE = 'PRIVATE', INSTITUTION = 'INSTITUTION', GROUP = 'GROUP', MEMBERS = 'MEMBERS', PUBLIC = 'PUBLIC' }
export enum ResourceStateEnum { DRAFT = 'DRAFT', IN_REVIEW = 'IN_REVIEW', PUBLISHED = 'PUBLISHED', ARCHIVED = 'ARCHIVED', HIDDEN = 'HIDDEN' }
export enum DraftStatusEnum { DRAFT = 'DRAFT', IN_REVIEW = 'IN_REVIEW' }
export enum ReviewStageEnum { SIGN_OFF = 'SIGN_OFF', MODERATION = 'MODERATION' }

registerEnumType(ResourceKindEnum, { name: 'ResourceKind', description: 'The three kinds of resource.', valuesMap: {
  PLAYBOOK: { description: 'How do we do this? A repeatable way of running something.' },
  CONTENT_TEMPLATE: { description: 'What do we post? A fill-in pattern with a variant for each channel.' },
  CASE_STUDY: { description: 'Did it work, and for whom? A dated account with honest limits.' },
} });
registerEnumType(VisibilityEnum, { name: 'Visibility', description: 'Who may read a published resource.', valuesMap: {
  PRIVATE: { description: 'The author team.' }, INSTITUTION: { description: 'The same institution.' }, GROUP: { description: 'A named group of institutions.' },
  MEMBERS: { description: 'Everyone who acts for a member institution.' }, PUBLIC: { description: 'Anyone, signed in or not.' },
} });
registerEnumType(ResourceStateEnum, { name: 'ResourceState', description: 'Where a resource stands; derived, never set.', valuesMap: {
  DRAFT: { description: 'Never published, being written.' }, IN_REVIEW: { description: 'Never published, waiting for sign-off or moderation.' },
  PUBLISHED: { description: 'A version is published.' }, ARCHIVED: { description: 'Kept readable, no longer offered.' }, HIDDEN: { description: 'Taken down by a moderator.' },
} });
registerEnumType(DraftStatusEnum, { name: 'DraftStatus', description: 'Whether a draft is being written or judged.', valuesMap: { DRAFT: { description: 'Being written.' }, IN_REVIEW: { description: 'Being judged; saving waits.' } } });
registerEnumType(ReviewStageEnum, { name: 'ReviewStage', description: 'Who is asked.', valuesMap: { SIGN_OFF: { description: "The owner's own approver." }, MODERATION: { description: 'A moderator of another institution.' } } });

export const ResourceContent = createUnionType({
  name: 'ResourceContent', description: 'What the author wrote, in the form of its kind.',
  types: () => [CONTENT_TYPES.PLAYBOOK, CONTENT_TYPES.CONTENT_TEMPLATE, CONTENT_TYPES.CASE_STUDY] as const,
  resolveType: (value: { __typename?: string }) => value.__typename,
});

@ObjectType({ description: 'What the screen names as the source. An anonymised record has a label, a country, a size band and a type instead of a name.' })
export class Attribution {
  @Field(() => String, { description: 'The institution, or the label of an anonymised one.' }) name!: string;
  @Field(() => Boolean, { description: 'The institution released it without its name.' }) isAnonymised!: boolean;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
  @Field(() => String, { nullable: true, description: 'Students, as a band.' }) sizeBand?: string | null;
  @Field(() => String, { nullable: true, description: 'Type of institution.' }) type?: string | null;
}

@ObjectType({ description: 'A team or person credited with the work.' })
export class Contributor {
  @Field(() => String, { description: 'As they asked to be credited.' }) name!: string;
  @Field(() => Term, { nullable: true, description: 'What they did.' }) role?: Term | null;
}

@ObjectType({ description: 'An answer that a draft still lacks before it may go to review.' })
export class MissingAnswer {
  @Field(() => String, { description: 'The content field.' }) path!: string;
  @Field(() => String, { description: 'Its name on screen.' }) label!: string;
  @Field(() => String, { description: 'What to write.' }) help!: string;
}

@ObjectType({ description: 'What the viewer may do with this resource, computed by the same rule that guards it.' })
export class ResourceActions {
  @Field(() => Boolean, { description: 'Save a draft.' }) edit!: boolean;
  @Field(() => Boolean, { description: 'Send the draft to sign-off.' }) submit!: boolean;
  @Field(() => Boolean, { description: 'Take the draft back from review.' }) withdraw!: boolean;
  @Field(() => Boolean, { description: 'Stop offering it.' }) archive!: boolean;
  @Field(() => Boolean, { description: 'Offer it again.' }) restore!: boolean;
  @Field(() => Boolean, { description: 'Make an adaptation at the acting institution.' }) adapt!: boolean;
  @Field(() => Boolean, { description: 'See the draft.' }) seeDraft!: boolean;
  @Field(() => Boolean, { description: 'Say who is in the author team.' }) setContributors!: boolean;
  @Field(() => Boolean, { description: 'Take the name, words or picture of a person out of what is published.' }) redact!: boolean;
  @Field(() => Boolean, { description: 'See its numbers as they were recorded, before rounding and suppression.' }) seeRawNumbers!: boolean;
  @Field(() => Boolean, { description: 'Say that the acting institution tries it.' }) run!: boolean;
}

@InterfaceType('Resource', {
  implements: () => [Node], resolveType: (value: { __typename?: string }) => value.__typename,
  description: 'A playbook, content template or case study. Fields show the published version, or the draft only where none was ever published.',
})
export abstract class Resource extends Node {
  @Field(() => String, { description: 'Its place in addresses: `/r/:slug`. Older ones redirect.' }) slug!: string;
  @Field(() => UrlScalar, { description: 'Its page.' }) url!: string;
  @Field(() => ResourceKindEnum, { description: 'Which kind.' }) kind!: ResourceKindEnum;
  @Field(() => ResourceStateEnum, { description: 'Where it stands.' }) state!: ResourceStateEnum;
  @Field(() => VisibilityEnum, { description: 'Who may read it.' }) visibility!: VisibilityEnum;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'Who it helps, or what was found. Empty while nobody has written it.' }) summary!: string;
  @Field(() => String, { description: 'BCP 47.' }) language!: string;
  @Field(() => Attribution, { description: 'What the screen names as the source.' }) attributedTo!: Attribution;
  @Field(() => InstitutionType, { nullable: true, description: 'The owner; null on an anonymised record.' }) institution?: InstitutionType | null;
  @Field(() => [TeamMember], { description: 'The author team, for people who act for the institution that owns it; empty for everybody else.' }) team!: TeamMember[];
  @Field(() => [Contributor], { description: 'Who is credited; empty on an anonymised record.' }) contributors!: Contributor[];
  @Field(() => [Term], { description: 'The tags under which it is found.' }) terms!: Term[];
  @Field(() => Term, { nullable: true, description: 'What others may do with it.' }) licence?: Term | null;
  @Field(() => String, { nullable: true, description: 'The generated credit line; null until it is published.' }) attribution?: string | null;
  @Field(() => ResourceVersion, { nullable: true, description: 'The published version.' }) version?: ResourceVersion | null;
  @Field(() => ResourceDraft, { nullable: true, description: 'The draft, for those who may edit or review it.' }) draft?: ResourceDraft | null;
  @Field(() => ResourceVersion, { nullable: true, description: 'The exact version it was adapted from, where you may see it.' }) adaptedFrom?: ResourceVersion | null;
  @Field(() => [LifecycleEvent], { description: 'What happened to it, the latest first, at most 200: for those who may read its draft, and its approvers. Empty for everybody else.' }) history!: LifecycleEvent[];
  @Field(() => [ResourceFile], { description: 'The pictures and documents of the published version, in order.' }) files!: ResourceFile[];
  @Field(() => DateScalar, { nullable: true, description: 'The day by which somebody should look at it again.' }) reviewBy?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was started.' }) createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'When what you read was last published or saved.' }) updatedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the current version was published.' }) publishedAt?: string | null;
  @Field(() => ResourceActions, { description: 'What you may do with it.' }) viewerCan!: ResourceActions;
}

@ObjectType('ResourceVersion', { implements: () => [Node], description: 'A published version: numbered and citable. It never changes, save by the redactions on its record.' })
export class ResourceVersion extends Node {
  @Field(() => Int, { description: 'Counts published versions from 1.' }) number!: number;
  @Field(() => String, { nullable: true, description: "The author's own label." }) label?: string | null;
  @Field(() => String, { description: 'The title in this version.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What changed.' }) changeNote?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was published.' }) publishedAt!: string;
  @Field(() => String, { description: 'The slug of its resource.' }) resourceSlug!: string;
  @Field(() => UrlScalar, { description: 'Its page, which always shows this version.' }) url!: string;
  @Field(() => Boolean, { description: 'It is the published version of its resource now.' }) isCurrent!: boolean;
  @Field(() => Boolean, { description: 'Released without the name of the institution.' }) isAnonymised!: boolean;
  @Field(() => Attribution, { description: 'What the screen names as its source.' }) attributedTo!: Attribution;
  @Field(() => String, { description: 'The generated credit line, with the address of this version.' }) attribution!: string;
  @Field(() => ResourceContent, { description: 'What the author wrote, as it was published.' }) content!: object;
  @Field(() => [ResourceFile], { description: 'The pictures and documents that it carries, in order.' }) files!: ResourceFile[];
  @Field(() => [Redaction], { description: 'What went out of it since it was published, the earliest first; nearly always empty.' }) redactions!: object[];
  @Field(() => Resource, { description: 'Its resource, which shows the version that is published now.' }) resource!: object;
}

@ObjectType('ResourceDraft', { implements: () => [Node], description: 'The one draft of a resource, private to its institution.' })
export class ResourceDraft extends Node {
  @Field(() => Int, { description: 'Counts saves; a save states the one it builds on.' }) revision!: number;
  @Field(() => DraftStatusEnum, { description: 'Being written or being judged.' }) status!: DraftStatusEnum;
  @Field(() => ReviewStageEnum, { nullable: true, description: 'Who is asked, while it is judged.' }) stage?: ReviewStageEnum | null;
  @Field(() => VisibilityEnum, { description: 'Who is meant to read it once published.' }) visibility!: VisibilityEnum;
  @Field(() => String, { description: 'Its title as it stands in the draft.' }) title!: string;
  @Field(() => ResourceContent, { description: 'The whole content as it was last saved, to go on writing.' }) content!: object;
  @Field(() => String, { nullable: true, description: 'What changes with it, for the history.' }) changeNote?: string | null;
  @Field(() => Boolean, { description: 'Signed off to be released without the name of the institution.' }) isAnonymised!: boolean;
  @Field(() => [SharingGroupType], { description: 'The sharing groups it is meant for; empty for any other audience.' }) groups!: SharingGroupType[];
  @Field(() => [ResourceFile], { description: 'The pictures and documents that it will carry, in order.' }) files!: ResourceFile[];
  @Field(() => DateTimeScalar, { description: 'When it was last saved.' }) updatedAt!: string;
  @Field(() => PersonType, { nullable: true, description: 'Who saved it last.' }) savedBy?: object | null;
  @Field(() => [MissingAnswer], { description: 'What it lacks before it may go to review; depends on kind, audience and evidence level.' }) missing!: MissingAnswer[];
}

const implementsResource = { implements: () => [Resource, Node] };

@ObjectType('Playbook', { ...implementsResource, description: 'A repeatable way of running something.' })
export class Playbook extends Resource {
  @Field(() => CONTENT_TYPES.PLAYBOOK, { description: 'Its content.' }) content!: object;
}

@ObjectType('ContentTemplate', { ...implementsResource, description: 'A fill-in pattern for one piece or a series of content.' })
export class ContentTemplate extends Resource {
  @Field(() => CONTENT_TYPES.CONTENT_TEMPLATE, { description: 'Its content.' }) content!: object;
}

@ObjectType('CaseStudy', { ...implementsResource, description: 'What one institution did, for whom, and what happened.' })
export class CaseStudy extends Resource {
  @Field(() => CONTENT_TYPES.CASE_STUDY, { description: 'Its narrative. Numbers are never part of it.' }) content!: object;
}
