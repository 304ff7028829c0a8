/** An entry of the audit record, as an institution's administrators read it. */
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, AUDIT_SUBJECTS } from '@passalong/domain';
import { auditInstantSql } from '../platform/audit/index.js';
import { PageInfo } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField, type FieldContext } from '../platform/selection/index.js';
import { PersonType } from './person.type.js';

const AuditActionEnum = registered('AuditAction', 'What was done. The list only grows.', AUDIT_ACTIONS);
const AuditOutcomeEnum = registered('AuditOutcome', 'Whether it happened.', AUDIT_OUTCOMES);
const AuditSubjectEnum = registered('AuditSubject', 'What something can be done to.', AUDIT_SUBJECTS);

@ObjectType({ description: 'Something that was done or refused, on a record that is only ever added to. Every entry holds the hash of the one before it.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => Int, { description: 'Its place on the record of the institution, counted from 1. Old entries may be gone after the time for which they are kept; between two others none is missing.' }) sequence!: number;
  @Field(() => DateTimeScalar, { description: 'When.' }) happenedAt!: string;
  @Field(() => AuditActionEnum, { description: 'What was done.' }) action!: string;
  @Field(() => AuditOutcomeEnum, { description: 'Whether it happened.' }) outcome!: string;
  @Field(() => PersonType, { nullable: true, description: 'Who did it; null where nobody was known yet, or where whoever runs the installation did it.' }) by?: object | null;
  @Field(() => AuditSubjectEnum, { nullable: true, description: 'What kind of thing it was done to; null where the action says it all.' }) subjectType?: string | null;
  @Field(() => String, { nullable: true, description: 'What it was done to: its id, or the name of a list.' }) subject?: string | null;
  @Field(() => PersonType, { nullable: true, description: 'The person whom it was done to, where it was one.' }) person?: object | null;
  @Field(() => String, { nullable: true, description: 'The reference that the page of a refusal showed.' }) reference?: string | null;
  @Field(() => JsonScalar, { description: 'What else is known: reasons, roles and counts in words of ours, never names.' }) details!: object;
  @Field(() => String, { description: 'Its SHA-256 in hexadecimal. Whoever keeps it can show later that no entry up to here was changed.' }) hash!: string;
}

@ObjectType({ description: 'An entry on a page, and its cursor.' })
export class AuditEntryEdge {
  @Field(() => AuditEntry, { description: 'The entry.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of the audit record, the newest first.' })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge], { description: 'The page.' }) edges!: AuditEntryEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

for (const [name, column] of Object.entries({ sequence: 'sequence', action: 'action', outcome: 'outcome', subjectType: 'subject_type', reference: 'reference', details: 'details' })) {
  defineField('AuditEntry', name, ({ source }) => `${source}.${column}`);
}
defineField('AuditEntry', 'id', ({ source }) => apiIdSql('auditEntry', `${source}.id`));
defineField('AuditEntry', 'happenedAt', ({ source }) => auditInstantSql(`${source}.happened_at`));
defineField('AuditEntry', 'hash', ({ source }) => `encode(${source}.hash, 'hex')`);
defineField('AuditEntry', 'by', (context) => personSql(context, `${context.source}.actor_id`));
defineField('AuditEntry', 'person', (context) => personSql(context, `case ${context.source}.subject_type when 'PERSON' then ${context.source}.subject_id::uuid end`));
defineField('AuditEntry', 'subject', ({ source }) => {
  const key = `${source}.subject_id::uuid`;
  return `case ${source}.subject_type when 'PERSON' then ${apiIdSql('person', key)} when 'SHARING_GROUP' then ${apiIdSql('group', key)} when 'INSTITUTION' then ${apiIdSql('institution', key)} else ${source}.subject_id end`;
});

/** The name stands in the row of the person alone; where that was blanked or is gone, the entry says no more than an id. */
function personSql({ statement, object }: FieldContext, key: string): string {
  const person = statement.alias('audited');
  return `(select ${object(person)} from person ${person} where ${person}.id = ${key})`;
}

function registered<Word extends string>(name: string, description: string, words: Readonly<Record<Word, string>>): Readonly<Record<string, string>> {
  const values = Object.fromEntries(Object.keys(words).map((word) => [word, word]));
  registerEnumType(values, { name, description, valuesMap: Object.fromEntries(Object.entries<string>(words).map(([word, says]) => [word, { description: says }])) });
  return values;
}
