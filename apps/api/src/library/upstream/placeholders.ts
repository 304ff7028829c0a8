/** What is left to replace in the draft of an adaptation, as the API shows it. */
import { Field, Info, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Content, placeholdersOf, replacedIn, type ResourceKind, wantedIn } from '@passalong/domain';
import { type ProseDocument, toMarkdown } from '@passalong/prose';
import type { GraphQLResolveInfo } from 'graphql';
import { contributeField } from '../../platform/graphql/contribute.js';
import { defineField } from '../../platform/selection/index.js';
import { ResourceDraft } from '../resources/resource.type.js';

@ObjectType({ description: 'A blank or a name of the original that still stands in the draft of an adaptation.' })
export class Placeholder {
  @Field(() => String, { description: 'As it stands there.' }) text!: string;
  @Field(() => String, { description: 'In which field of the content: a dotted path with list positions from 0.' }) path!: string;
}

@ObjectType({ description: 'A blank or a name of the original, to be replaced.' })
export class WantedPlaceholder {
  @Field(() => String, { description: 'As it stands in the original.' }) text!: string;
  @Field(() => Int, { description: 'How often.' }) count!: number;
}

@ObjectType({ description: 'What an adaptation has to replace: blanks such as `[your university]`, and the name of the institution that the original is of.' })
export class Placeholders {
  @Field(() => Int, { description: 'How many the version that it came from has.' }) total!: number;
  @Field(() => Int, { description: 'How many of them do not stand in the draft any more.' }) done!: number;
  @Field(() => [Placeholder], { description: 'Those that still do, in the order of the content.' }) open!: Placeholder[];
  @Field(() => [WantedPlaceholder], { description: 'All of the original, each once.' }) wanted!: WantedPlaceholder[];
}

contributeField(ResourceDraft, 'placeholders', () => Placeholders, { nullable: true, description: 'What is left to replace where it is an adaptation; null where it is none.' });

// A name that the original was released without, then or since, is looked for nowhere.
defineField('ResourceDraft', 'placeholders', ({ source }) => `(select json_build_object('kind', made.kind, 'draft', ${source}.content, 'original', came.content, 'names', case when came.is_anonymised or present.is_anonymised then '[]'::json else json_build_array(owner.name) end)
  from resource made join resource_version came on came.id = made.adapted_from_version_id join resource original on original.id = came.resource_id
  left join resource_version present on present.id = original.published_version_id join institution owner on owner.id = original.institution_id where made.id = ${source}.resource_id)`);

interface Both { readonly kind: ResourceKind; readonly draft: Content; readonly original: Content; readonly names: readonly string[] }

@Resolver(() => ResourceDraft)
export class PlaceholdersResolver {
  @ResolveField(() => Placeholders, { nullable: true })
  placeholders(@Parent() parent: Readonly<Record<string, unknown>>, @Info() info: GraphQLResolveInfo): Placeholders | null {
    const both = parent[String(info.path.key)] as Both | null | undefined;
    if (both == null) return null;
    const of = (content: Content) => placeholdersOf(both.kind, content, (value) => toMarkdown(value as unknown as ProseDocument), both.names);
    const wanted = wantedIn(of(both.original));
    const { total, done, open } = replacedIn(wanted, of(both.draft));
    return Object.assign(new Placeholders(), { total, done, open: open.map((one) => Object.assign(new Placeholder(), one)), wanted: wanted.map((one) => Object.assign(new WantedPlaceholder(), one)) });
  }
}
