/** What the reading page asks of a content template. */
import { EVERY_CONTENT } from '../resource.fragments';
import { RICH_TEXT, TERM } from '../vocabulary/vocabulary.fragments';

export const TEMPLATE_READING = `
fragment TemplateReading on ContentTemplate {
  content {
    ${EVERY_CONTENT}
    formatFamily ${TERM} season ${TERM} toneNotes ${RICH_TEXT} doNot inclusionCheck ${RICH_TEXT}
    variables { id name type required maxLength default example help }
    shotList
    variants {
      id format ${TERM} durationSeconds slides aspectRatio hook onScreenText voiceOver caption subject preheader title documentTitle
      altText accessibilityNote captions audio linkPlacement callToAction
    }
    exampleRender { format ${TERM} subject preheader title documentTitle caption count unit limit hashtags }
    constraintsChecked { checkedOn }
    accessibility ${TERM} creatorBrief ${RICH_TEXT} consentRequired ${TERM} permissionsRequired
    rights { music footageOwner images fonts consent brandAssets }
    measures ${TERM}
  }
}`;
