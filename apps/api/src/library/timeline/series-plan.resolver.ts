/** Reckons the days of a template's series. */
import { Inject } from '@nestjs/common';
import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { calendarText, type Content, isDay, seriesEvents, seriesPlanOf, type ToldSeries } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { invalidInput } from '../../platform/errors/domain-error.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { ContentTemplate } from '../resources/resource.type.js';
import { SeriesPieceType, SeriesPlanType } from './timeline.type.js';

/** What the statement brings of the template. */
interface Planned { readonly series: Content['series']; readonly id: string; readonly title: string; readonly url: string; readonly updatedAt: string }

@Resolver(() => ContentTemplate)
export class SeriesPlanResolver {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @ResolveField(() => SeriesPlanType, { nullable: true, description: 'What comes when in its series; null where it is none.' })
  seriesPlan(
    @Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo,
    @Args('startsOn', { type: () => DateScalar, nullable: true, description: 'The day of the first piece; without it there are turns and no days.' }) startsOn?: string | null,
  ): SeriesPlanType | null {
    if (typeof startsOn === 'string' && !isDay(startsOn)) throw invalidInput('There is no such day. Write it as YYYY-MM-DD.', { path: ['startsOn'] });
    const { series, id, title, url, updatedAt } = parent[String(info.path.key)] as Planned;
    const plan = seriesPlanOf(series as ToldSeries | null, startsOn ?? null);
    if (plan === null) return null;
    const events = seriesEvents(plan);
    const calendar = events.length === 0 ? null : calendarText(events, { title, resourceId: id, host: new URL(this.config.publicUrl).hostname, url, madeAt: new Date(updatedAt).toISOString() });
    return Object.assign(new SeriesPlanType(), { ...plan, pieces: plan.pieces.map((piece) => Object.assign(new SeriesPieceType(), piece)), calendar });
  }
}
