/** The content of a content template, as its fragment reads it. */
import type { RichText } from '../../../ui/rich-text';
import type { EveryContent } from '../types';
import type { Term } from '../vocabulary/types';

export interface Variable {
  readonly id: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly required: boolean | null;
  readonly maxLength: number | null;
  readonly default: string | null;
  readonly example: string | null;
  readonly help: string | null;
}

export interface Variant {
  readonly id: string;
  readonly format: Term | null;
  readonly durationSeconds: number | null;
  readonly slides: number | null;
  readonly aspectRatio: string | null;
  readonly hook: string | null;
  readonly onScreenText: readonly string[];
  readonly voiceOver: string | null;
  readonly caption: string | null;
  readonly subject: string | null;
  readonly preheader: string | null;
  readonly title: string | null;
  readonly documentTitle: string | null;
  readonly altText: readonly string[];
  readonly accessibilityNote: string | null;
  readonly captions: string | null;
  readonly audio: boolean | null;
  readonly linkPlacement: string | null;
  readonly callToAction: string | null;
}

export interface ExampleRender {
  readonly format: Term | null;
  readonly subject: string | null;
  readonly preheader: string | null;
  readonly title: string | null;
  readonly documentTitle: string | null;
  readonly caption: string | null;
  readonly count: number | null;
  readonly unit: string | null;
  readonly limit: number | null;
  readonly hashtags: number | null;
}

export interface TemplateContent extends EveryContent {
  readonly formatFamily: Term | null;
  readonly season: readonly Term[];
  readonly toneNotes: RichText | null;
  readonly doNot: readonly string[];
  readonly inclusionCheck: RichText | null;
  readonly variables: readonly Variable[];
  readonly shotList: readonly string[];
  readonly variants: readonly Variant[];
  readonly exampleRender: readonly ExampleRender[];
  readonly constraintsChecked: { readonly checkedOn: string | null } | null;
  readonly accessibility: readonly Term[];
  readonly creatorBrief: RichText | null;
  readonly consentRequired: readonly Term[];
  readonly permissionsRequired: readonly string[];
  readonly rights: {
    readonly music: string | null; readonly footageOwner: string | null; readonly images: string | null;
    readonly fonts: string | null; readonly consent: string | null; readonly brandAssets: string | null;
  } | null;
  readonly measures: readonly Term[];
}
