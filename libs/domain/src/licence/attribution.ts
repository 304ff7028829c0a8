// The sentence that credits a resource wherever it is reused.

export type AttributionParts = {
  readonly title: string;
  /** The institution, or the label it chose; null on an anonymised record that has none. */
  readonly institution: string | null;
  /** Names in the order to be shown; empty on an anonymised record. */
  readonly contributors: readonly string[];
  readonly year: number;
  readonly licenceLabel: string;
  readonly url: string;
  /** Who offered changes that are in it, each as they are credited. */
  readonly offeredBy?: readonly string[];
  /** What the adapter changed, in their words; null or blank when this is the original. */
  readonly changes?: string | null;
};

/**
 * One line of plain text: title, institution, contributors, year, who offered changes, licence, source link, changes made. Nothing is invented: what is
 * missing is left out. No full stop follows the address, so that a reader's software does not swallow it. It is not escaped for HTML.
 */
export function attributionText(parts: AttributionParts): string {
  const credit = creditedAs(parts.institution ?? '', parts.contributors);
  const offered = listed((parts.offeredBy ?? []).map(tidy));
  const changes = tidy(parts.changes ?? '').replace(/\.$/, '');
  return [
    `“${tidy(parts.title)}”, ${credit === '' ? '' : `${credit}, `}${parts.year}.`,
    ...(offered === '' ? [] : [`With changes offered by ${offered}.`]),
    `Licence: ${tidy(parts.licenceLabel)}.`,
    `Source: ${tidy(parts.url)}`,
    ...(changes === '' ? [] : [`Changes made: ${changes}.`]),
  ].join(' ');
}

/** An institution with those it credits, or either alone. */
export function creditedAs(name: string, people: readonly string[]): string {
  const [institution, contributors] = [tidy(name), listed(people.map(tidy).filter((one) => one !== ''))];
  if (institution === '' || contributors === '') return institution + contributors;
  return `${institution} (${contributors})`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
