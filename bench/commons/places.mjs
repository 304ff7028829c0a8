// Invented universities and their people.
// @ts-check

const STEMS = ['Ash', 'Alder', 'Bram', 'Bryn', 'Calder', 'Crag', 'Dun', 'Elder', 'Fen', 'Glen', 'Hazel', 'Holm', 'Inver', 'Kestrel', 'Lang', 'Marsh', 'Nether', 'Oak', 'Pen', 'Quarry', 'Raven', 'Salt', 'Thorn', 'Under', 'Vale', 'Whin', 'Yarrow'];
const ENDINGS = ['bridge', 'combe', 'dale', 'ey', 'fold', 'ford', 'gate', 'ham', 'hurst', 'ley', 'mere', 'moor', 'ness', 'port', 'ridge', 'stow', 'ton', 'wick'];
const FORMS = [(/** @type {string} */ name) => `${name} University`, (/** @type {string} */ name) => `University of ${name}`, (/** @type {string} */ name) => `${name} College of Art`];
const COUNTRIES = [['GB', 'GB-ENG'], ['GB', 'GB-SCT'], ['GB', 'GB-WLS'], ['US', 'US-OR'], ['AU', 'AU-QLD'], ['IE', null], ['CA', 'CA-ON']];
const BANDS = ['under-2000', '2000-4999', '5000-9999', '10000-19999', '20000-plus'];
const TYPES = ['teaching-led', 'research-and-teaching', 'specialist-arts', 'regional-public'];
const PEOPLE_EACH = 4;

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string[]} roles
 *
 * @typedef {object} Institution
 * @property {string} id
 * @property {string} slug
 * @property {string} name
 * @property {string} standing
 * @property {string | null} country
 * @property {string | null} region
 * @property {string} sizeBand
 * @property {string} type
 * @property {Person[]} people
 */

/** @param {import('../random.mjs').Random} random @param {number} count @param {number} time @returns {Institution[]} */
export function inventInstitutions(random, count, time) {
  return Array.from({ length: count }, (_, index) => {
    const place = `${STEMS[index % STEMS.length]}${ENDINGS[Math.floor(index / STEMS.length) % ENDINGS.length]}`;
    const name = (FORMS[Math.floor(index / (STEMS.length * ENDINGS.length)) % FORMS.length] ?? String)(place);
    const [country = null, region = null] = random.pick(COUNTRIES);
    return {
      id: random.key(time + index), slug: `${place.toLowerCase()}-${index}`, name, standing: index % 20 === 19 ? 'LISTED' : 'MEMBER',
      country, region, sizeBand: random.pick(BANDS), type: random.pick(TYPES),
      people: Array.from({ length: PEOPLE_EACH }, (_person, place) => ({
        id: random.key(time + index), name: `Colleague ${index}.${place + 1}`, roles: place === 0 ? ['PRACTITIONER', 'APPROVER'] : ['PRACTITIONER'],
      })),
    };
  });
}
