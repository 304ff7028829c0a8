/** A file as the API shows it. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Term } from '../vocabulary/term.type.js';

export enum FileWithheldEnum { CONSENT_ENDED = 'CONSENT_ENDED', REDACTED = 'REDACTED' }
registerEnumType(FileWithheldEnum, { name: 'FileWithheld', description: 'Why a file is there no longer.', valuesMap: {
  CONSENT_ENDED: { description: 'The agreement of the person shown has ended.' }, REDACTED: { description: 'It was redacted; the decision is on the record of the version.' },
} });

@ObjectType({ description: 'What a person shown agreed to. The form itself is never kept here.' })
export class FileConsent {
  @Field(() => String, { nullable: true, description: 'Where the institution keeps the agreement.' }) reference?: string | null;
  @Field(() => [Term], { description: 'What it covers.' }) scopes!: object[];
  @Field(() => DateScalar, { nullable: true, description: 'The last day of it.' }) expiresOn?: string | null;
}

@ObjectType({ description: 'A picture or document attached to a draft or a version. In later versions and in adaptations it keeps its id.' })
export class ResourceFile {
  @Field(() => ID, { description: 'Opaque.' }) id!: string;
  @Field(() => String, { description: 'Its name, as it is downloaded.' }) name!: string;
  @Field(() => String, { description: 'Its media type, told by its content.' }) mediaType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => Int, { nullable: true, description: 'The width of a picture in pixels.' }) width?: number | null;
  @Field(() => Int, { nullable: true, description: 'The height of a picture in pixels.' }) height?: number | null;
  @Field(() => String, { nullable: true, description: 'What a picture shows, for whoever does not see it.' }) altText?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it shows a person; null until somebody has answered.' }) showsPerson?: boolean | null;
  @Field(() => FileConsent, { nullable: true, description: 'What the person shown agreed to, for the institution that owns the work and whoever judges it; null for everybody else, and where it shows nobody.' }) consent?: FileConsent | null;
  @Field(() => String, { nullable: true, description: 'Where it is served, within this site; null where it is withheld.' }) address?: string | null;
  @Field(() => FileWithheldEnum, { nullable: true, description: 'Why it is there no longer; nearly always null.' }) withheld?: FileWithheldEnum | null;
  @Field(() => Boolean, { description: 'A rich text of the same draft or version shows it.' }) standsInText!: boolean;
}

@InputType({ description: 'Says what a file of a draft shows. Everything is replaced.' })
export class DescribeFileInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => ID, { description: 'The file.' }) fileId!: string;
  @Field(() => String, { nullable: true, description: 'What a picture shows, for whoever does not see it. At most 500 characters.' }) altText?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it shows a person; null while nobody knows.' }) showsPerson?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Where the agreement is kept; never the form itself. At most 200 characters.' }) consentReference?: string | null;
  @Field(() => [ID], { description: 'Terms of the scheme consent-scope.' }) consentScopes!: string[];
  @Field(() => DateScalar, { nullable: true, description: 'The last day of the agreement.' }) consentExpiresOn?: string | null;
}

@InputType({ description: 'Names a file of a draft.' })
export class RemoveFileInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => ID, { description: 'The file.' }) fileId!: string;
}
