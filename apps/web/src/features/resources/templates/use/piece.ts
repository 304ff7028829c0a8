/** A variant with its words filled in: what is shown, copied and downloaded. */
import { type Count, renderVariant, type Profiles, type Template, type TemplateProblem, type Values, type VariantText } from '@passalong/domain';
import type { UsableVariant } from './operations';

export interface Piece {
  readonly key: string;
  readonly formatId: string | null;
  /** The channel and format, as people call it; '' where the template names none. */
  readonly name: string;
  readonly variant: UsableVariant;
  readonly texts: readonly VariantText[];
  readonly counts: readonly Count[];
  readonly problems: readonly TemplateProblem[];
}

export function piecesOf(template: Template, variants: readonly UsableVariant[], values: Values, profiles: Profiles): readonly Piece[] {
  return variants.map((variant, at) => {
    const formatId = variant.format?.id ?? null;
    const { texts, counts, problems } = renderVariant(template, at, values, profiles.get(formatId ?? '') ?? null);
    return { key: variant.id, formatId, name: variant.format?.label ?? '', variant, texts, counts, problems };
  });
}

/** All of its texts of one field, in order. */
export const textsOf = ({ texts }: Piece, field: VariantText['field']): readonly string[] => texts.filter((text) => text.field === field).map(({ text }) => text);
