/** One's own ways in, so that one that is lost or no longer wanted can be ended. */
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';

export enum WayInKind { IDENTITY_PROVIDER = 'IDENTITY_PROVIDER', PASSKEY = 'PASSKEY' }
registerEnumType(WayInKind, { name: 'WayInKind', description: 'What shows who somebody is.', valuesMap: {
  IDENTITY_PROVIDER: { description: "The institution's own sign-in service." }, PASSKEY: { description: 'A passkey that was made by an invitation.' },
} });

@ObjectType('WayIn', { description: 'A way in which the viewer can sign in at an institution where they belong.' })
export class WayInType {
  @Field(() => ID, { description: 'Opaque; give that of a passkey to `endPasskey`.' }) id!: string;
  @Field(() => WayInKind, { description: 'What it is.' }) kind!: WayInKind;
  @Field(() => ID, { description: 'The institution that it leads to.' }) institutionId!: string;
  @Field(() => String, { description: 'What that institution asks to be called.' }) institutionName!: string;
  @Field(() => String, { nullable: true, description: 'What people choose it by, where the institution has several sign-in services; null otherwise, and for a passkey.' }) label!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was added; null where that was before it was kept.' }) addedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the hour; null where that was before it was kept.' }) lastUsedAt!: Date | null;
  @Field(() => Boolean, { description: 'It leads in now; false while the institution has that sign-in service switched off.' }) isOpen!: boolean;
}

@InputType({ description: 'Names a passkey of your own.' })
export class EndPasskeyInput {
  @Field(() => ID, { description: 'From `viewer.waysIn`.' }) passkeyId!: string;
}

@ObjectType({ description: 'What came of it.' })
export class EndPasskeyPayload {
  @Field(() => [WayInType], { nullable: true, description: 'Your ways in as they are now; null where nothing was changed.' }) waysIn: WayInType[] | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
