/** What public lists say of an institution: which row of which list it is, its other names, its domains. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from './institution.entity.js';

@Entity('institution_source')
@Index('institution_source_institution_idx', ['institutionId'])
export class InstitutionSource {
  /** The list, for example `universities`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'institution_source_pkey' }) source!: string;
  /** The row of the list. */
  @PrimaryColumn('text', { name: 'source_key', primaryKeyConstraintName: 'institution_source_pkey' }) sourceKey!: string;
  @ForeignKey(() => Institution, { name: 'institution_source_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @CreateDateColumn({ name: 'imported_at', type: 'timestamptz' }) importedAt!: Date;
}

/** A name under which it is found beside the one it asks to be called. */
@Entity('institution_name')
@Index('institution_name_words_idx', { synchronize: false })
export class InstitutionName {
  @ForeignKey(() => Institution, { name: 'institution_name_institution_fkey' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'institution_name_pkey' }) institutionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'institution_name_pkey' }) name!: string;
}

/** Good for suggesting a match, never for identity: a domain may belong to several, and students share it. */
@Entity('institution_domain')
@Index('institution_domain_domain_idx', ['domain'])
export class InstitutionDomain {
  @ForeignKey(() => Institution, { name: 'institution_domain_institution_fkey' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'institution_domain_pkey' }) institutionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'institution_domain_pkey' }) domain!: string;
  /** The main one comes first. */
  @Column('int') position!: number;
}
