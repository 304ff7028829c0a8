/** Who writes in a draft now, as the API shows it to its co-authors. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../../identity/index.js';

@InputType({ description: 'Says that you have the draft open.' })
export class NoteEditingInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => Boolean, { nullable: true, description: 'You are closing it.' }) isLeaving?: boolean | null;
}

@ObjectType({ description: 'Who else has the draft open, and where it stands.' })
export class NoteEditingPayload {
  @Field(() => [PersonType], { description: 'Co-authors who had it open within the last 45 seconds, by name; without you.' }) others!: object[];
  @Field(() => Int, { description: 'The revision of the draft now; 0 where there is none. A higher one than yours was saved by somebody else, or by you elsewhere.' }) revision!: number;
  @Field(() => Boolean, { description: 'The latest save was yours.' }) savedByMe!: boolean;
}
