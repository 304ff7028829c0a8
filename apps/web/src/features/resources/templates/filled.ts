/** The texts of a template filled with its example, by the rules that every other filling follows. */
import { type Content, exampleValues, renderVariant, type Template, templateOf, type VariantField } from '@passalong/domain';

interface Fillable {
  readonly language: string | null;
  readonly variables: readonly object[];
  readonly variants: readonly { readonly format: { readonly id: string } | null }[];
}

/** The template as its rules see it: the API names a format with its label, the rules by its id alone. */
export function templateFrom({ language, variables, variants }: Fillable): Template {
  return templateOf({ language, variables, variants: variants.map((variant) => ({ ...variant, format: variant.format?.id ?? null })) } as unknown as Content);
}

/** The texts of one field of a variant, in order; none where it says nothing there. */
export type TextsOf = (field: VariantField) => readonly string[];

/** A reader of texts for each variant, in their order. */
export function filledVariants({ language, variables, variants }: Fillable): readonly TextsOf[] {
  const template = templateFrom({ language, variables, variants });
  const examples = exampleValues(template);
  return variants.map((_, at) => {
    const { texts } = renderVariant(template, at, examples, null);
    return (field) => texts.filter((text) => text.field === field).map(({ text }) => text);
  });
}
