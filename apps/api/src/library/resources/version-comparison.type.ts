/** What changed between two contents of one resource, as the API shows it. */
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ResourceVersion } from './resource.type.js';

export enum ChangeKindEnum { ADDED = 'ADDED', REMOVED = 'REMOVED', EDITED = 'EDITED', RENAMED = 'RENAMED', MOVED = 'MOVED' }
registerEnumType(ChangeKindEnum, { name: 'ChangeKind', description: 'What was done.', valuesMap: {
  ADDED: { description: 'A step, variable or variant is new.' }, REMOVED: { description: 'A step, variable or variant is gone.' }, EDITED: { description: 'An answer says something else; it may have been empty before, or be empty now.' },
  RENAMED: { description: 'A step, variable or variant is called something else.' }, MOVED: { description: 'A step, variable or variant stands elsewhere in its list. Those that only made room for it have not moved.' },
} });

export enum WordRunKindEnum { KEPT = 'KEPT', REMOVED = 'REMOVED', ADDED = 'ADDED' }
registerEnumType(WordRunKindEnum, { name: 'WordRunKind', description: 'On which side words stand.', valuesMap: { KEPT: { description: 'In both.' }, REMOVED: { description: 'Only in what was.' }, ADDED: { description: 'Only in what is.' } } });

export enum AnswerTypeEnum { TEXT = 'TEXT', PROSE = 'PROSE', TERM = 'TERM', NUMBER = 'NUMBER', FLAG = 'FLAG', DATE = 'DATE', DURATION = 'DURATION', MONEY = 'MONEY', CHOICE = 'CHOICE', LINK = 'LINK', EXTRA = 'EXTRA' }
registerEnumType(AnswerTypeEnum, { name: 'AnswerType', description: 'What kind of answer it is, and so how its runs are to be read.', valuesMap: {
  TEXT: { description: 'Plain text, in runs of words. As everywhere below, words removed come before those that replace them.' },
  PROSE: { description: 'Rich text, in runs of its plain words; as Markdown where only its marks, links or pictures changed.' },
  TERM: { description: 'Tags: each run is the label of one.' }, NUMBER: { description: 'Numbers, each a run; where a step says which steps come first, their names.' }, FLAG: { description: '`true` or `false`.' },
  DATE: { description: '`YYYY-MM-DD`.' }, DURATION: { description: 'ISO 8601, such as `P6W`.' }, MONEY: { description: 'An amount and its ISO 4217 currency, such as `120.00 GBP`.' }, CHOICE: { description: 'One of the values that the field has.' },
  LINK: { description: 'Other resources: each run is the title of one. Those that you may not see are left out on both sides.' }, EXTRA: { description: 'Structured material; it has no runs.' },
} });

@ObjectType({ description: 'A field of a content.' })
export class ContentField {
  @Field(() => String, { description: 'As it is called in this API.' }) key!: string;
  @Field(() => String, { description: 'What people read beside it, in English.' }) label!: string;
}

@ObjectType({ description: 'Words, or one value, on one side of a comparison or both.' })
export class WordRun {
  @Field(() => WordRunKindEnum, { description: 'On which side.' }) kind!: WordRunKindEnum;
  @Field(() => String, { description: 'The words, with the spaces between them.' }) text!: string;
}

@ObjectType({ description: 'A text or value that differs. Of a text, the runs that are not ADDED make what was, those not REMOVED what is.' })
export class ChangedText {
  @Field(() => [ContentField], { description: 'From the section, or the item, down to the part that differs; empty where that is the section itself.' }) fields!: ContentField[];
  @Field(() => Int, { nullable: true, description: 'In a list of lines or parts without ids: which of them, from 1, as they are now, or as they were where it is gone.' }) place!: number | null;
  @Field(() => AnswerTypeEnum, { description: 'How to read its runs.' }) type!: AnswerTypeEnum;
  @Field(() => [WordRun], { description: 'In order. A text that is very long, or one of very many, is removed and added as a whole.' }) runs!: WordRun[];
}

@ObjectType({ description: 'A step, variable or variant, by the id that it keeps through all versions.' })
export class ChangedItem {
  @Field(() => ID, { description: 'Its id in the content.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'What it is called, or was where it is gone; a variant has the label of its format.' }) name!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its place from 1 before; null where it was not there.' }) placeBefore!: number | null;
  @Field(() => Int, { nullable: true, description: 'Its place from 1 after; null where it is gone.' }) placeAfter!: number | null;
}

@ObjectType({ description: 'One thing that somebody did to the content.' })
export class ContentChange {
  @Field(() => ChangeKindEnum, { description: 'What was done.' }) kind!: ChangeKindEnum;
  @Field(() => ContentField, { description: 'In which field of the content.' }) section!: ContentField;
  @Field(() => ChangedItem, { nullable: true, description: 'To which step, variable or variant; null where it is about the section itself.' }) item!: ChangedItem | null;
  @Field(() => ChangedItem, { nullable: true, description: 'Where most of the words of an added item were taken from, or those of a removed one went: it was split, or they were joined.' }) other!: ChangedItem | null;
  @Field(() => [ChangedText], { description: 'What differs. Of an item that was added or removed every answer; of one that moved none.' }) texts!: ChangedText[];
}

@ObjectType({ description: 'Two published versions of one resource, and what leads from the one to the other.' })
export class VersionComparison {
  @Field(() => ResourceVersion, { description: 'The version compared from.' }) before!: object;
  @Field(() => ResourceVersion, { description: 'The version compared to.' }) after!: object;
  @Field(() => [ContentChange], { description: 'In the order of the content; empty where nothing differs. A step that was moved and edited has one change for each. Numbers of a case study are not compared.' }) changes!: ContentChange[];
}
