/** Who asked to be reminded to say how it went. What they filled in is nowhere. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Membership } from '../../identity/index.js';
import { ResourceRow, ResourceVersionRow } from '../../library/index.js';

/** Row security: the person themselves, where they act now. Goes when they leave. */
@Entity('use_reminder')
@Check('use_reminder_settled_as_check', `settled_as in ('REPORTED', 'CANCELLED')`)
@Check('use_reminder_settled_check', '(settled_as is null) = (settled_at is null)')
@Unique('use_reminder_once_key', ['personId', 'institutionId', 'resourceId'])
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'use_reminder_membership_fkey' })
@ForeignKey(() => ResourceVersionRow, ['versionId', 'resourceId'], ['id', 'resourceId'], { name: 'use_reminder_version_fkey' })
export class UseReminderRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'use_reminder_pkey' }) id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @ForeignKey(() => ResourceRow, { name: 'use_reminder_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  /** The one that was published when they last asked. */
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @CreateDateColumn({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  /** Null while it waits. */
  @Column('text', { name: 'settled_as', nullable: true }) settledAs!: 'REPORTED' | 'CANCELLED' | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
}
