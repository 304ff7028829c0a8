/** What a draft changes: beside the version that it follows, or the one that it was adapted from where nothing of its own is published yet. */
import { Inject } from '@nestjs/common';
import { Field, Info, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { contributeField } from '../../platform/graphql/contribute.js';
import { defineField } from '../../platform/selection/index.js';
import { linkTitles } from '../kinds/linked-resources.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { ContentPair, type PairRow } from './content-pair.js';
import { shownToViewer } from './draft.fields.js';
import { versionSource, versionVisibleHere } from './resource.source.js';
import { ResourceDraft, ResourceVersion } from './resource.type.js';
import { ContentChange } from './version-comparison.type.js';

@ObjectType({ description: 'A draft beside the published version that it follows or came from.' })
export class DraftComparison {
  @Field(() => ResourceVersion, { description: 'The published version of the same resource; for the first version of an adaptation, the exact version of the original.' }) before!: object;
  @Field(() => [ContentChange], { description: 'What leads from that version to the draft, in the order of the content; empty where nothing differs. Numbers of a case study are not compared.' }) changes!: ContentChange[];
}

contributeField(ResourceDraft, 'comparison', () => DraftComparison, { nullable: true, description: 'What the draft changes; null where it follows no version, or one that you may not read. At most ten are made in one answer.' });

/** Two whole contents are compared in the process for each one: counted as this many objects, of which an answer has a bounded number. */
const OBJECTS = 1000;

defineField('ResourceDraft', 'comparison', (context) => {
  const { source, viewer, statement, object, weigh } = context;
  weigh(OBJECTS);
  const version = versionSource(statement.alias('followed'));
  const [work, row] = [statement.alias('work'), statement.alias('compared')];
  return `(select ${object(row)} from (select ${version.alias}_c.*, ${work}.kind, ${shownToViewer(context)} as drafted
    from resource ${work} cross join (${version.from}) where ${work}.id = ${source}.resource_id
      and ${version.alias}_c.id = coalesce(${work}.published_version_id, ${work}.adapted_from_version_id) and ${versionVisibleHere(viewer, version, statement)}) ${row})`;
});

defineField('DraftComparison', 'before', ({ source, object }) => object(source));
defineField('DraftComparison', 'changes', ({ source, viewer, statement }) => {
  const contents = [`${source}.content`, `${source}.drafted`] as const;
  return `json_build_object('kind', ${source}.kind, 'before', ${contents[0]}, 'after', ${contents[1]}, 'works', ${linkTitles(contents, viewer, statement)})`;
});

@Resolver(() => DraftComparison)
export class DraftComparisonResolver {
  constructor(@Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  @ResolveField(() => [ContentChange])
  async changes(@Parent() parent: Readonly<Record<string, unknown>>, @Info() info: GraphQLResolveInfo): Promise<readonly ContentChange[]> {
    await this.vocabulary.refresh();
    return new ContentPair(parent[String(info.path.key)] as PairRow, (id) => this.vocabulary.label(id)).changes;
  }
}
