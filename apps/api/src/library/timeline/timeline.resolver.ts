/** Reckons the days of a playbook's steps. */
import { Inject } from '@nestjs/common';
import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { calendarText, type Content, isDay, timelineOf } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { invalidInput } from '../../platform/errors/domain-error.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Playbook } from '../resources/resource.type.js';
import { PlaybookTimeline, TimedStepType } from './timeline.type.js';

/** What the statement brings of the playbook. */
interface Planned { readonly steps: Content['steps']; readonly id: string; readonly title: string; readonly url: string; readonly updatedAt: string }

@Resolver(() => Playbook)
export class TimelineResolver {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @ResolveField(() => PlaybookTimeline, { description: 'When each of its steps begins and ends.' })
  timeline(@Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo, @Args('startsOn', { type: () => DateScalar, description: 'The day on which somebody starts.' }) startsOn: string): PlaybookTimeline {
    if (!isDay(startsOn)) throw invalidInput('There is no such day. Write it as YYYY-MM-DD.', { path: ['startsOn'] });
    const { steps, id, title, url, updatedAt } = parent[String(info.path.key)] as Planned;
    const timeline = timelineOf({ steps: steps ?? [] }, startsOn);
    if (!timeline.ok) return Object.assign(new PlaybookTimeline(), { steps: [], endsOn: null, circle: [...timeline.circle], calendar: null });
    // The stamp is that of the playbook, so that the same question has the same answer.
    const calendar = timeline.steps.length === 0 ? null : calendarText(timeline.steps, { title, resourceId: id, host: new URL(this.config.publicUrl).hostname, url, madeAt: new Date(updatedAt).toISOString() });
    return Object.assign(new PlaybookTimeline(), { steps: timeline.steps.map((step) => Object.assign(new TimedStepType(), step)), endsOn: timeline.steps.length === 0 ? null : timeline.endsOn, circle: [], calendar });
  }
}
