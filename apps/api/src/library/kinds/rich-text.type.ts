/** Rich text: stored as a document of the one schema, read in four forms, written in two. */
import { Field, InputType, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ProseDocument, toHtml, toMarkdown, toPlain } from '@passalong/prose';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Rich text, in the form you ask for. All of them say the same.' })
export class RichText {
  @Field(() => String, { description: 'As Markdown (CommonMark with tables, checklists and call-outs).' }) markdown!: string;
  @Field(() => String, { description: 'As safe, static HTML without a wrapping element.' }) html!: string;
  @Field(() => String, { description: 'As plain text.' }) plain!: string;
  @Field(() => JsonScalar, { description: 'As the ProseMirror document that is stored; send it back as it is, or changed.' }) document!: unknown;
}

@InputType({ description: 'Rich text as Markdown or as a document.', isOneOf: true })
export class RichTextInput {
  @Field(() => String, { nullable: true, description: 'Markdown (CommonMark with tables, `- [ ]` checklists and `> [!NOTE]` call-outs). HTML in it stays text.' }) markdown?: string;
  @Field(() => JsonScalar, { nullable: true, description: 'A ProseMirror document of the schema that this API uses.' }) document?: unknown;
}

@Resolver(() => RichText)
export class RichTextResolver {
  @ResolveField(() => String) markdown(@Parent() document: ProseDocument): string {
    return toMarkdown(document);
  }

  @ResolveField(() => String) html(@Parent() document: ProseDocument): string {
    return toHtml(document);
  }

  @ResolveField(() => String) plain(@Parent() document: ProseDocument): string {
    return toPlain(document);
  }

  @ResolveField(() => JsonScalar) document(@Parent() document: ProseDocument): ProseDocument {
    return document;
  }
}
