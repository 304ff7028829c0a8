/** Inputs and the payload of the reminder mutations. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { Reminder } from './reminder.type.js';

@InputType({ description: 'Asks to be reminded.' })
export class RemindToReportInput {
  @Field(() => ID, { description: 'The published resource.' }) resourceId!: string;
  @Field(() => Int, { description: 'In how many weeks from today: 1, 2, 4 or 12.' }) inWeeks!: number;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Names a reminder.' })
export class ReminderIdInput {
  @Field(() => ID, { description: 'The reminder.' }) id!: string;
}

@ObjectType({ description: 'What came of it.' })
export class ReminderPayload {
  @Field(() => Reminder, { nullable: true, description: 'The reminder as it now stands; null when nothing was changed.' }) reminder: object | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
