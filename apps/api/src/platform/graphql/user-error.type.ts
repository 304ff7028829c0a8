/** What a careful person, doing nothing wrong, can meet: data in the payload of a mutation. */
import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';

@InterfaceType({ description: 'Why a mutation changed nothing, in words for the person who asked.', resolveType: (value: object) => value.constructor.name })
export abstract class UserError {
  @Field(() => String, { description: 'What happened, what was kept, what to do.' }) message!: string;
  @Field(() => String, { description: 'Stable, for programs.' }) code!: string;
  @Field(() => [String], { description: 'Where in the input, outermost first; empty when it concerns all of it.' }) path!: string[];
}

@ObjectType({ implements: () => [UserError], description: 'A value that may not stand where it stands.' })
export class InvalidValueError extends UserError {
  constructor(message: string, path: string) {
    super();
    Object.assign(this, { message, code: 'INVALID_VALUE', path: path === '' ? [] : path.split('.') });
  }
}

@ObjectType({ implements: () => [UserError], description: 'What you ask for is not possible as things stand now.' })
export class NotPossibleError extends UserError {
  constructor(message: string) {
    super();
    Object.assign(this, { message, code: 'NOT_POSSIBLE', path: [] });
  }
}

@ObjectType({ implements: () => [UserError], description: 'You act for another institution than this page was made for. Nothing was saved under the wrong one.' })
export class OtherInstitutionError extends UserError {
  constructor() {
    super();
    Object.assign(this, { message: 'You now act for another institution in this browser. Your text is kept; switch back to save it.', code: 'OTHER_INSTITUTION', path: [] });
  }
}
