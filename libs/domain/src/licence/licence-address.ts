/** Where the words of a licence can be read. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'licence:cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'licence:cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'licence:cc-by-nc-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'licence:cc-by-nc-sa-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'licence:cc-by-nd-4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
  'licence:cc-by-nc-nd-4.0': 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  'licence:cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'licence:ogl-uk-3.0': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** Null where they are not public. */
export function licenceAddress(id: string): string | null {
  return ADDRESSES[id] ?? null;
}
