/** Inputs of collections. */
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CollectionVisibilityEnum } from './collection.type.js';

@InputType({ description: 'Narrows a list of collections.' })
export class CollectionFilter {
  @Field(() => String, { nullable: true, description: 'Only those of the institution with this slug.' }) institution?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that you may change.' }) editable?: boolean | null;
}

@InputType({ description: 'Makes a collection of your institution, for its own people to begin with.' })
export class CreateCollectionInput {
  @Field(() => String, { description: 'What it is called, in 10 to 120 characters.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What it is for, in at most 1,000 plain characters.' }) introduction?: string | null;
  @Field(() => ID, { nullable: true, description: 'The first work in it: published, and for you to read.' }) resourceId?: string | null;
  @Field(() => String, { nullable: true, description: 'Why that work is here, in at most 300 plain characters.' }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Replaces the words of a collection, and says who may read it.' })
export class SaveCollectionInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
  @Field(() => Int, { description: 'The revision this save builds on.' }) expectedRevision!: number;
  @Field(() => String, { description: 'What it is called, in 10 to 120 characters.' }) title!: string;
  @Field(() => String, { description: 'What it is for, in at most 1,000 plain characters; may be empty.' }) introduction!: string;
  @Field(() => CollectionVisibilityEnum, { description: 'Who may read it. Only approvers and administrators of its institution open it to more readers.' }) visibility!: CollectionVisibilityEnum;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Adds a published work to a collection. Where it is in it already, only its note changes, if one is given.' })
export class AddToCollectionInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
  @Field(() => ID, { description: 'The work.' }) resourceId!: string;
  @Field(() => String, { nullable: true, description: 'Why it is here, in at most 300 plain characters; an empty one takes away what was said.' }) note?: string | null;
}

@InputType({ description: 'Takes a work out of a collection. What is not in it is no error.' })
export class RemoveFromCollectionInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
  @Field(() => ID, { description: 'The work.' }) resourceId!: string;
}

@InputType({ description: 'Moves a work within a collection.' })
export class MoveInCollectionInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
  @Field(() => ID, { description: 'The work to move.' }) resourceId!: string;
  @Field(() => ID, { nullable: true, description: 'The work before which it shall stand; the last place when left out.' }) beforeId?: string | null;
}

@InputType({ description: 'Names a collection.' })
export class CollectionIdInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
}

@InputType({ description: 'Takes a collection that others read back to its institution.' })
export class TakeBackCollectionInput {
  @Field(() => ID, { description: 'The collection.' }) id!: string;
  @Field(() => String, { description: 'Why, for the people of its institution, in at most 600 characters.' }) reason!: string;
}
