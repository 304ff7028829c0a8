/** The work, its draft and its published versions: two tables for two things, or revising would unpublish. */
import type { Content, ResourceKind, Visibility } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Institution, Membership } from '../../identity/index.js';
import { TermRow } from '../vocabulary/term.entity.js';

@Entity('resource')
@Unique('resource_slug_key', ['slug'])
@Unique('resource_id_institution_key', ['id', 'institutionId'])
@ForeignKey(() => ResourceVersionRow, ['publishedVersionId', 'id'], ['id', 'resourceId'], { name: 'resource_published_version_fkey' })
@Index('resource_published_idx', ['publishedAt', 'id'], { where: 'published_version_id IS NOT NULL AND archived_at IS NULL AND hidden_at IS NULL' })
@Index('resource_institution_idx', ['institutionId'])
@Index('resource_adapted_from_idx', ['adaptedFromVersionId'], { where: 'adapted_from_version_id IS NOT NULL' })
@Index('resource_search_idx', { synchronize: false })
export class ResourceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resource_pkey' }) id!: string;
  @Column('text') kind!: ResourceKind;
  @ForeignKey(() => Institution, { name: 'resource_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text') visibility!: Visibility;
  @Column('text') slug!: string;
  @Column('uuid', { name: 'published_version_id', nullable: true }) publishedVersionId!: string | null;
  /** When the current version was published; sorts lists. */
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @ForeignKey(() => ResourceVersionRow, { name: 'resource_adapted_from_fkey' })
  @Column('uuid', { name: 'adapted_from_version_id', nullable: true }) adaptedFromVersionId!: string | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt!: Date | null;
  /** Every word of the published version and of its tags, to find by. */
  @Column('tsvector', { name: 'search_words', nullable: true, select: false }) searchWords!: string | null;
  /** Title and summary alone, to rank by. */
  @Column('tsvector', { name: 'search_head', nullable: true, select: false }) searchHead!: string | null;
  /** A letter for its kind and one for each counted term, to count by: see `search-facets.ts`. */
  @Column('text', { name: 'search_facets', nullable: true, select: false }) searchFacets!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** At most one a resource, private to its institution: row security guards it. */
@Entity('resource_draft')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'resource_draft_resource_fkey' })
@Unique('resource_draft_resource_key', ['resourceId'])
@Check('resource_draft_stage_check', `(status = 'IN_REVIEW') = (stage is not null)`)
@Index('resource_draft_institution_idx', ['institutionId'])
export class ResourceDraftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resource_draft_pkey' }) id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text', { default: 'DRAFT' }) status!: 'DRAFT' | 'IN_REVIEW';
  @Column('text', { nullable: true }) stage!: 'SIGN_OFF' | 'MODERATION' | null;
  /** Who is meant to read it once published. */
  @Column('text') visibility!: Visibility;
  /** The sharing groups it is meant for; they begin to read it at publication. */
  @Column('uuid', { name: 'group_ids', array: true, default: [] }) groupIds!: string[];
  @Column('jsonb') content!: Content;
  @Column('int', { name: 'content_format', default: 1 }) contentFormat!: number;
  /** The approver released it without the name of the institution. */
  @Column('boolean', { name: 'is_anonymised', default: false }) isAnonymised!: boolean;
  /** Counts saves; a save states the one it builds on. */
  @Column('int', { default: 1 }) revision!: number;
  @Column('text', { name: 'change_note', nullable: true }) changeNote!: string | null;
  /** Whose offered changes are in it, as they are credited; with those of the version it revises. */
  @Column('text', { name: 'offered_by', array: true, default: [] }) offeredBy!: string[];
  @Column('uuid', { name: 'saved_by' }) savedBy!: string;
  /** What became of the document that the draft was started from; goes with the draft. */
  @Column('jsonb', { name: 'import_report', nullable: true }) importReport!: object | null;
  @CreateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}

/** Published, numbered, citable, immutable. */
@Entity('resource_version')
@Unique('resource_version_number_key', ['resourceId', 'number'])
@Unique('resource_version_id_resource_key', ['id', 'resourceId'])
@Index('resource_version_draft_key', ['draftId'], { unique: true })
export class ResourceVersionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resource_version_pkey' }) id!: string;
  @ForeignKey(() => ResourceRow, { name: 'resource_version_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('int') number!: number;
  @Column('jsonb') content!: Content;
  @Column('int', { name: 'content_format', default: 1 }) contentFormat!: number;
  /** The generated credit, with {url} where the address of the resource belongs. */
  @Column('text') credit!: string;
  /** Set where the institution released it without its name. */
  @Column('boolean', { name: 'is_anonymised', default: false }) isAnonymised!: boolean;
  /** Who it was released to. An audience that was widened since does not read what was meant for fewer; null where it always is the audience of the resource. */
  @Column('text', { nullable: true }) visibility!: Visibility | null;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('text', { name: 'change_note', nullable: true }) changeNote!: string | null;
  /** Whose offered changes are in it, as they are credited. */
  @Column('text', { name: 'offered_by', array: true, default: [] }) offeredBy!: string[];
  /** The draft it was made of; null where it is older than this was kept. */
  @Column('uuid', { name: 'draft_id', nullable: true }) draftId!: string | null;
  @CreateDateColumn({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
}

/** The author team: of the owner, and of people who belong to it or did. */
@Entity('resource_contributor')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'resource_contributor_resource_fkey' })
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'resource_contributor_membership_fkey' })
@Index('resource_contributor_person_idx', ['personId', 'resourceId'])
export class ResourceContributorRow {
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'resource_contributor_pkey' }) resourceId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'resource_contributor_pkey' }) personId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text') role!: string;
}

/** The classes under which a published resource is found. */
@Entity('resource_term')
@Index('resource_term_term_idx', ['termId', 'resourceId'])
export class ResourceTermRow {
  @ForeignKey(() => ResourceRow, { name: 'resource_term_resource_fkey' })
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'resource_term_pkey' }) resourceId!: string;
  @ForeignKey(() => TermRow, { name: 'resource_term_term_fkey' })
  @PrimaryColumn('text', { name: 'term_id', primaryKeyConstraintName: 'resource_term_pkey' }) termId!: string;
  @Column('int') position!: number;
}

/** Append-only: who (opaque), when, what, from where to where, why. */
@Entity('lifecycle_event')
@Index('lifecycle_event_resource_idx', ['resourceId', 'id'])
export class LifecycleEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lifecycle_event_pkey' }) id!: string;
  @ForeignKey(() => ResourceRow, { name: 'lifecycle_event_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') action!: string;
  @Column('text', { name: 'from_state' }) fromState!: string;
  @Column('text', { name: 'to_state' }) toState!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  /** Who came into the author team with it. */
  @Column('uuid', { name: 'joined_ids', array: true, default: [] }) joinedIds!: string[];
  /** Who left the author team with it. */
  @Column('uuid', { name: 'left_ids', array: true, default: [] }) leftIds!: string[];
  @CreateDateColumn({ name: 'happened_at', type: 'timestamptz' }) happenedAt!: Date;
}

/** A question to somebody with the authority to answer it: exactly one target, decided once. */
@Entity('review_item')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'review_item_resource_fkey' })
@Index('review_item_open_idx', ['stage', 'createdAt', 'id'], { where: "status = 'OPEN'" })
@Index('review_item_one_open_key', ['resourceId'], { unique: true, where: "status = 'OPEN'" })
export class ReviewItemRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_item_pkey' }) id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text') stage!: 'SIGN_OFF' | 'MODERATION';
  @Column('text', { default: 'OPEN' }) status!: 'OPEN' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
  /** The revision of the draft that is judged; a later one makes the question stale. */
  @Column('int') revision!: number;
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
