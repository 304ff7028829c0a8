/** A university: known (LISTED) or taking part (MEMBER). Its identifiers and domains are typed rows. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('institution')
@Unique('institution_slug_key', ['slug'])
@Index('institution_words_idx', { synchronize: false })
@Index('institution_listing_idx', { synchronize: false })
export class Institution {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_pkey' }) id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'LISTED' }) standing!: 'LISTED' | 'MEMBER';
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text', { name: 'size_band', nullable: true }) sizeBand!: string | null;
  @Column('text', { nullable: true }) type!: string | null;
  @Column('text', { nullable: true }) zone!: string | null;
  @Column('boolean', { name: 'is_fictional', default: false }) isFictional!: boolean;
  /** A one-person service may release its own work, on the record. */
  @Column('boolean', { name: 'releases_own_work', default: false }) releasesOwnWork!: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** When an administrator last said who still works there; null where nobody has. */
  @Column('timestamptz', { name: 'people_checked_at', nullable: true }) peopleCheckedAt!: Date | null;
}

@Entity('institution_identifier')
@Index('institution_identifier_current_key', ['scheme', 'value'], { unique: true, where: 'valid_to IS NULL' })
@Index('institution_identifier_institution_idx', ['institutionId'])
@Check('institution_identifier_source_check', `(source is null) = (source_key is null)`)
export class InstitutionIdentifier {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_identifier_pkey' }) id!: string;
  @ForeignKey(() => Institution, { name: 'institution_identifier_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** A term of the scheme institution-identifier, for example `institution-identifier:ukprn`. */
  @Column('text') scheme!: string;
  @Column('text') value!: string;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  /** The list that gave it first, for example `uk-providers`; null where no list did. */
  @Column('text', { nullable: true }) source!: string | null;
  /** The row of that list. */
  @Column('text', { name: 'source_key', nullable: true }) sourceKey!: string | null;
  /** The day on which that list last gave it. */
  @Column('date', { name: 'verified_on', nullable: true }) verifiedOn!: string | null;
}
