/** What of a document was kept, in words. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { KeptPart } from '../../graphql/generated/graphql';

export const keptWords: Readonly<Record<KeptPart, MessageDescriptor>> = {
  HEADING: msg`Headings`, PARAGRAPH: msg`Paragraphs`, LIST: msg`Lists`, TABLE: msg`Tables`, LINK: msg`Links`, STEP: msg`Steps of the playbook`, QUOTATION: msg`Quotations`, CODE: msg`Blocks of code`,
  FOOTNOTE: msg`Footnotes and endnotes, as notes at the end`, TEXT_BOX: msg`Text boxes, as paragraphs`, TRACKED_INSERTION: msg`Tracked insertions, as if they were accepted`, CHECKBOX: msg`Tick boxes, as a sign in the text`,
};
