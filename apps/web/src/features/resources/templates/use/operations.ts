/** What it takes to fill a template in the browser: its words, and what is known of its channels. Nothing that is typed is ever sent. */
import type { Template } from '@passalong/domain';
import { graphql } from '../../../../graphql/generated';
import { templateFrom } from '../filled';
import type { UseTemplateQuery } from '../../../../graphql/generated/graphql';

export const USE = graphql(`query UseTemplate($slug: String!) {
  resource(slug: $slug) {
    __typename id slug title summary language attribution url viewerCan { adapt } files { ...File_file }
    ... on ContentTemplate { content {
      variables { id name type required minLength maxLength minValue maxValue earliest latest choices maxItems default example help sensitive }
      variants { id format { id label } durationSeconds slides aspectRatio subject preheader title documentTitle hook onScreenText voiceOver caption altText accessibilityNote linkPlacement callToAction }
      doNot series { cadence itemsPerCadence slots order }
      ...EditableSource_content
    } }
  }
  channelProfiles { ...KnownChannel }
}`);

type Found = Extract<NonNullable<UseTemplateQuery['resource']>, { readonly __typename: 'ContentTemplate' }>;
export type UsableTemplate = Found;
export type UsableVariant = Found['content']['variants'][number];
export type UsableVariable = Found['content']['variables'][number];

/** The template as its rules see it; places and order are those of the content. */
export function rulesOf({ language, content: { variables, variants } }: UsableTemplate): Template {
  return templateFrom({ language, variables, variants });
}
