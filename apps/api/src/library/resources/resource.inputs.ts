/** Inputs and payloads of the resource mutations. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ResourceKind } from '@passalong/domain';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { CONTENT_INPUTS } from '../kinds/content-types.js';
import { VariableValue } from '../rendering/rendering.type.js';
import { MissingAnswer, Resource, ResourceDraft, ResourceKindEnum, VisibilityEnum } from './resource.type.js';

@InputType({ description: 'Three answers start a draft.' })
export class CreateResourceInput {
  @Field(() => ResourceKindEnum, { description: 'Which kind.' }) kind!: ResourceKindEnum;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'Who it helps.' }) summary!: string;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ isOneOf: true, description: 'The whole content, under the name of the kind.' })
export class ContentInput {
  @Field(() => CONTENT_INPUTS.PLAYBOOK, { nullable: true, description: 'Of a playbook.' }) playbook?: Record<string, unknown>;
  @Field(() => CONTENT_INPUTS.CONTENT_TEMPLATE, { nullable: true, description: 'Of a content template.' }) contentTemplate?: Record<string, unknown>;
  @Field(() => CONTENT_INPUTS.CASE_STUDY, { nullable: true, description: 'Of a case study.' }) caseStudy?: Record<string, unknown>;
}

/** Where the content of each kind stands in it. */
export const CONTENT_KEYS: Readonly<Record<ResourceKind, keyof ContentInput>> = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'contentTemplate', CASE_STUDY: 'caseStudy' };

@InputType({ description: 'Replaces the whole content of the draft; opens one where the published version is being revised.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => Int, { description: 'The revision this save builds on; 0 where there is no draft yet.' }) expectedRevision!: number;
  @Field(() => ContentInput, { description: 'The whole content.' }) content!: ContentInput;
  @Field(() => VisibilityEnum, { nullable: true, description: 'Who is meant to read it; unchanged when left out.' }) visibility?: VisibilityEnum | null;
  @Field(() => [ID], { nullable: true, description: 'For the audience GROUP: sharing groups of your institution; unchanged when left out.' }) groupIds?: string[] | null;
  @Field(() => String, { nullable: true, description: 'What changed since the published version, at most 600 characters; a further version needs it. Unchanged when left out.' }) changeNote?: string | null;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Sends the draft to sign-off.' })
export class SubmitForReviewInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => Int, { description: 'The revision that is meant.' }) expectedRevision!: number;
}

@InputType({ description: 'Names a version to take up again.' })
export class RestoreVersionInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => Int, { description: 'Counts its published versions from 1.' }) number!: number;
}

@InputType({ description: 'Names a resource.' })
export class ResourceIdInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
}

@InputType({ description: 'Names what is adapted.' })
export class AdaptResourceInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => [VariableValue], { nullable: true, description: 'For a content template: what its variables were filled with, which becomes the example of the adaptation. At most 200, each at most 2,000 characters. Values of sensitive variables are refused: they are kept nowhere.' }) values?: VariableValue[] | null;
}

@InputType({ description: 'Changes who may read a resource.' })
export class SetVisibilityInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => VisibilityEnum, { description: 'Who may read it.' }) visibility!: VisibilityEnum;
  @Field(() => [ID], { nullable: true, description: 'For the audience GROUP: sharing groups of your institution; unchanged when left out.' }) groupIds?: string[] | null;
}

@InputType({ description: 'Answers a review item.' })
export class DecideReviewInput {
  @Field(() => ID, { description: 'The review item.' }) id!: string;
  @Field(() => Int, { description: 'The revision that was read; a decision on a stale one is refused.' }) revision!: number;
  @Field(() => Boolean, { description: 'Yes, or back to the author.' }) approve!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'At sign-off: release it without the name of the institution.' }) withoutName?: boolean | null;
  @Field(() => String, { nullable: true, description: 'The author reads it. Required when it goes back.' }) reason?: string | null;
}

@ObjectType({ description: 'What came of a change to a resource.' })
export class ResourcePayload {
  @Field(() => Resource, { nullable: true, description: 'The resource as it now stands; null when nothing was changed.' }) resource: object | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@ObjectType({ implements: () => [UserError], description: 'Somebody saved after you opened it. Nothing was overwritten.' })
export class StaleDraftError extends UserError {
  @Field(() => ResourceDraft, { nullable: true, description: 'The draft as it stands now.' }) current: object | null = null;

  constructor(current: object | null) {
    super();
    Object.assign(this, { message: 'Somebody saved this after you opened it. Your text is kept on your screen; compare both and save again.', code: 'STALE_DRAFT', path: ['expectedRevision'], current });
  }
}

@ObjectType({ implements: () => [UserError], description: 'The draft still lacks answers.' })
export class IncompleteDraftError extends UserError {
  @Field(() => [MissingAnswer], { description: 'What it lacks.' }) missing: MissingAnswer[] = [];

  constructor(missing: MissingAnswer[]) {
    super();
    Object.assign(this, { message: missing.length === 1 ? 'One answer is missing before this can go to review.' : `${missing.length} answers are missing before this can go to review.`, code: 'INCOMPLETE_DRAFT', path: [], missing });
  }
}
