/** The limits that a template breaks, on the template. */
import { Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LimitProblem } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { defineField } from '../../platform/selection/index.js';
import { problemShown } from '../rendering/problem-shown.js';
import { TemplateProblem } from '../rendering/rendering.type.js';
import { ContentTemplate } from '../resources/resource.type.js';

@Resolver(() => ContentTemplate)
export class BrokenLimitResolver {
  @ResolveField(() => [TemplateProblem], { description: 'Limits of channels that its published version breaks with its own example values, because somebody corrected them since; nearly always empty.' })
  brokenLimits(@Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo): TemplateProblem[] {
    return (parent[String(info.path.key)] as LimitProblem[]).map(problemShown);
  }
}

defineField('ContentTemplate', 'brokenLimits', ({ source, statement }) => {
  const broken = statement.alias('broken');
  return `(select coalesce(json_agg(${broken}_p.value order by (${broken}_p.value ->> 'variant')::int, ${broken}_p.position), '[]'::json)
    from broken_limit ${broken} cross join jsonb_array_elements(${broken}.problems) with ordinality ${broken}_p(value, position) where ${broken}.version_id = ${source}_c.id)`;
});
