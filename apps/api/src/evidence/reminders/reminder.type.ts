/** What GraphQL shows of reminders, to the person who asked for them and to nobody else. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Resource } from '../../library/index.js';
import { contributeField } from '../../platform/graphql/contribute.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'You asked to be reminded to say how it went. Nobody else sees it, and what you filled in is not kept.' })
export class Reminder {
  @Field(() => ID, { description: 'Opaque; give it to `postponeReminder` and `cancelReminder`.' }) id!: string;
  @Field(() => DateScalar, { description: 'From this day on you are asked.' }) dueOn!: string;
  @Field(() => Boolean, { description: 'The day has come.' }) isDue!: boolean;
  @Field(() => Int, { description: 'The version that was published when you asked.' }) versionNumber!: number;
  @Field(() => Resource, { nullable: true, description: 'What you used; null where you may not read it any more.' }) resource?: object | null;
}

contributeField(Resource, 'reminder', () => Reminder, { nullable: true, description: 'Where you asked to be reminded to say how it went, and have not yet.' });
