/** What GraphQL shows of the document that a draft was started from. */
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { contributeField } from '../../platform/graphql/contribute.js';
import { ResourceDraft } from '../resources/resource.type.js';
import { DOCUMENT_FORMATS, KEPT_PARTS, LOST_PARTS } from './document-report.js';

const FORMAT_WORDS: Readonly<Record<(typeof DOCUMENT_FORMATS)[number], string>> = {
  WORD: 'A Word file.', HTML: 'A web page.', MARKDOWN: 'Markdown, written anywhere.', RECORD: 'A record file of a commons like this one.', CSV: 'A list of steps.',
};
const asEnum = (names: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.keys(names).map((name) => [name, name]));
const described = (words: Readonly<Record<string, string>>): Record<string, { description: string }> => Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]));

const DocumentFormatEnum = asEnum(FORMAT_WORDS);
const KeptPartEnum = asEnum(KEPT_PARTS);
const LostPartEnum = asEnum(LOST_PARTS);
registerEnumType(DocumentFormatEnum, { name: 'DocumentFormat', description: 'What kind of file it was.', valuesMap: described(FORMAT_WORDS) });
registerEnumType(KeptPartEnum, { name: 'KeptPart', description: 'What of a document was kept.', valuesMap: described(KEPT_PARTS) });
registerEnumType(LostPartEnum, { name: 'LostPart', description: 'What of a document was left out or changed.', valuesMap: described(LOST_PARTS) });

@ObjectType({ description: 'How much of one part of a document was kept.' })
export class KeptOfDocument {
  @Field(() => KeptPartEnum, { description: 'Which part.' }) part!: string;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType({ description: 'How much of one part of a document was left out or changed, and what became of it.' })
export class LostOfDocument {
  @Field(() => LostPartEnum, { description: 'Which part.' }) part!: string;
  @Field(() => Int, { description: 'How many.' }) count!: number;
  @Field(() => String, { description: 'What became of it, as a sentence.' }) detail!: string;
}

@ObjectType({ description: 'Where something of a document stands now.' })
export class PlacedOfDocument {
  @Field(() => String, { description: 'What it was called in the document.' }) from!: string;
  @Field(() => String, { description: 'The field of the content.' }) to!: string;
}

@ObjectType({ description: 'What was kept and what was lost of the document that a draft was started from. It stays with the draft and its institution.' })
export class ImportReport {
  @Field(() => String, { description: 'The name of the file.' }) fileName!: string;
  @Field(() => DocumentFormatEnum, { description: 'What kind of file it was.' }) format!: string;
  @Field(() => [KeptOfDocument], { description: 'What was kept.' }) kept!: KeptOfDocument[];
  @Field(() => [LostOfDocument], { description: 'What was left out or changed.' }) lost!: LostOfDocument[];
  @Field(() => [PlacedOfDocument], { description: 'What filled a field.' }) filled!: PlacedOfDocument[];
  @Field(() => [PlacedOfDocument], { description: 'What has no field of its own and stays as text or as further material.' }) elsewhere!: PlacedOfDocument[];
  @Field(() => [String], { description: 'What somebody may want to look at.' }) notes!: string[];
}

contributeField(ResourceDraft, 'importReport', () => ImportReport, { nullable: true, description: 'What became of the document that it was started from, for people who act for the owner; null where there was none.' });
