/** Partner systems, as the administrators of their institution see them. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';

const AT = 'For platform administrators: the institution; without it, the one that you administer and act for.';

@ObjectType('ApiClient', { description: 'A partner system that asks for an institution. It fetches access tokens at `/oauth/token` with its id and its secret (OAuth 2.0, client credentials), and reads what the public reads, on an allowance of its own.' })
export class ApiClientType {
  @Field(() => ID, { description: 'Its id, which it gives as `client_id`.' }) id!: string;
  @Field(() => String, { description: 'What its institution calls it.' }) name!: string;
  @Field(() => DateTimeScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When its secret was made.' }) secretMadeAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last fetched a token; null where it never did.' }) lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who made its secret and answers for it.' }) answeredFor!: string | null;
  @Field(() => Boolean, { description: 'Whoever answers for it has left, so it gets no answer until an administrator makes a new secret.' }) isResting!: boolean;
}

@InputType({ description: 'Names a new partner system.' })
export class CreateApiClientInput {
  @Field(() => String, { description: 'By which your colleagues know it, at most 80 characters.' }) name!: string;
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
}

@InputType({ description: 'Names a partner system.' })
export class ApiClientInput {
  @Field(() => ID, { description: 'Its id.' }) clientId!: string;
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
}

@ObjectType({ description: 'What came of it.' })
export class ApiClientPayload {
  @Field(() => [ApiClientType], { nullable: true, description: 'All of them, as they are now; null where nothing was changed.' }) clients: ApiClientType[] | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@ObjectType({ description: 'What came of it.' })
export class ApiClientSecretPayload {
  @Field(() => [ApiClientType], { nullable: true, description: 'All of them, as they are now; null where nothing was changed.' }) clients: ApiClientType[] | null = null;
  @Field(() => ID, { nullable: true, description: 'Whose secret it is.' }) clientId: string | null = null;
  @Field(() => String, { nullable: true, description: 'The secret, which is told this once; we keep no copy.' }) secret: string | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
