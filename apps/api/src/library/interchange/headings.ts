/** Which heading of the text below the front matter fills which field. */
import type { ResourceKind } from '@passalong/domain';

export interface HeadedField {
  readonly field: string;
  /** How a writer words it. */
  readonly heading: string;
  /** Whether any heading that begins like this one means the same. */
  readonly begins?: string;
}

export const HEADED_FIELDS: Readonly<Record<ResourceKind, readonly HeadedField[]>> = {
  PLAYBOOK: [{ field: 'problem', heading: 'The problem' }, { field: 'whatDidNotWork', heading: 'What did not work' }],
  CONTENT_TEMPLATE: [{ field: 'creatorBrief', heading: 'Brief for the creator', begins: 'brief for the ' }],
  CASE_STUDY: [
    { field: 'intervention', heading: 'What we did' },
    { field: 'whatDidNotWork', heading: 'What did not work' },
    { field: 'limits', heading: 'Limits' },
    { field: 'transferability', heading: 'Would it work elsewhere?' },
  ],
};

/** The field that a heading fills, or undefined where it belongs to the body. */
export function fieldOfHeading(kind: ResourceKind, heading: string): string | undefined {
  const said = heading.trim().replace(/\.$/, '').replaceAll(/\s+/g, ' ').toLowerCase();
  return HEADED_FIELDS[kind].find(({ heading: written, begins }) => written.toLowerCase() === said || (begins !== undefined && said.startsWith(begins)))?.field;
}
