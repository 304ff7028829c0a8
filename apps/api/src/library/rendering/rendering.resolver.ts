/** Fills a variant of a template and counts it, for programs; browsers do it by the same rules themselves. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Content, filledSize, MOST_FILLED, renderVariant, templateOf, type VariantRendering } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { invalidInput, rateLimited } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { ChannelProfiles } from '../channels/channel-profiles.js';
import { ContentTemplate } from '../resources/resource.type.js';
import { givenValues } from './given-values.js';
import { problemShown } from './problem-shown.js';
import { RenderedText, TemplateRendering, TextCount, VariableValue } from './rendering.type.js';

const LONGEST_VALUE = 20_000;
/** What is filled in one request, in characters of what comes of it; and how many of them cost one unit of the allowance. */
const MOST_FILLED_AT_ONCE = 300_000;
const CHARACTERS_A_UNIT = 10_000;

@Resolver(() => ContentTemplate)
export class RenderingResolver {
  private readonly filled = new WeakMap<RequestContext, number>();

  constructor(@Inject(ChannelProfiles) private readonly profiles: ChannelProfiles) {}

  @ResolveField(() => TemplateRendering, { description: 'A variant of it, filled with values. Send the query in the body of a POST: values may be sensitive, and addresses are kept in many places.' })
  async render(
    @Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo, @Context() context: RequestContext,
    @Args('format', { type: () => ID, description: 'The vocabulary id of its format.' }) format: string,
    @Args('values', { type: () => [VariableValue], description: 'What the variables are filled with, at most 200; defaults stand for what is not named.' }) values: VariableValue[],
  ): Promise<TemplateRendering> {
    if (context.isInAddress) throw invalidInput('Send values in the body of a POST request: addresses are kept in many places.', { path: ['render'] });
    const template = templateOf(parent[String(info.path.key)] as Content);
    const at = template.variants.findIndex((variant) => variant.format === format);
    if (at < 0) throw invalidInput(`This template has no variant for ${format.slice(0, 80)}. It has ${template.variants.map((variant) => variant.format ?? 'one without a format').join(', ')}.`, { path: ['format'] });
    const given = givenValues(values, new Set(template.variables.map(({ name }) => name)), LONGEST_VALUE);
    await this.pay(context, Math.min(filledSize(template, at, given), MOST_FILLED));
    const profiles = await this.profiles.byFormat();
    return shown(format, renderVariant(template, at, given, profiles.get(format) ?? null));
  }

  /** Counting holds everybody else up, so it is bounded in one request and paid for in all of them. */
  private async pay(context: RequestContext, characters: number): Promise<void> {
    const total = (this.filled.get(context) ?? 0) + characters;
    if (total > MOST_FILLED_AT_ONCE) throw invalidInput(`Ask for less at once: at most ${MOST_FILLED_AT_ONCE} characters are filled in one request.`, { path: ['render'] });
    this.filled.set(context, total);
    const seconds = await context.allowance.spend(Math.ceil(characters / CHARACTERS_A_UNIT));
    if (seconds > 0) throw rateLimited(seconds);
  }
}

function shown(format: string, { texts, counts, problems }: VariantRendering): TemplateRendering {
  return Object.assign(new TemplateRendering(), {
    format, isComplete: problems.every(({ isWarning }) => isWarning),
    texts: texts.map((text) => Object.assign(new RenderedText(), text)),
    counts: counts.map((count) => Object.assign(new TextCount(), count)),
    problems: problems.map(problemShown),
  });
}
