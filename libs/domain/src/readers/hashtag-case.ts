// Hashtags whose words run together: a screen reader speaks them as one word, or spells them.

/** Words that hashtags of careers services are made of, and whole words such as `teamwork` that would come apart into others. */
const KNOWN = new Set((
  'ability about abroad ai forget lifetime onto outlook overtime phd stem teamwork weekday within without workday workload advice advisers after alumni and apply applications apprentice apprenticeship apprenticeships ask assessment at be black bursary business by '
  + 'career careers centre chat class college commuter confidence creative cv cvs day days deadline degree digital disability disabled drop employer employers employability '
  + 'engineering event events experience explained fair family finance find first for friday from future gap gen generation get go goals graduate graduates graduation grad '
  + 'grads guide health help helps here history how in inclusion industry insight international internship internships interview interviews into is it job jobs journey know '
  + 'law lead learn life linkedin local look make mature meet mental mentor mentoring money monday month motivation my myth myths network networking new news next nurse '
  + 'nursing of on open opportunities our out over part path paths placement placements portfolio public put question questions ready real regional research role roles saturday '
  + 'school science service shift skills small social start started starting student students studies study success summer sunday support talk talks team tech term the this '
  + 'thursday time tip tips to today top tuesday uni university volunteer volunteering we wednesday week welcome wellbeing what when where who why with women work working workplace '
  + 'workshop world year years you young your'
).split(' '));
/** A tag that is not made of known words and is longer than this is taken for several words. */
const LONGEST_WORD = 14;
const LONGEST_READ = 60;
const LONGEST_KNOWN = Math.max(...[...KNOWN].map((word) => word.length));
const ACRONYMS = new Set(['ai', 'cv', 'phd', 'stem']);

/** One capital at most before small letters, or capitals alone; a name of a few capitals is an acronym. A capital, a digit or a line within shows its words. */
const RUN_TOGETHER = /^(?:\p{Lu}?\p{Ll}{3,}|\p{Lu}{9,})\p{N}*$/u;

/** The words of a hashtag run together: null where it is fine, without `better` where nobody here knows where its words begin. */
export function runTogether(tag: string): { readonly better: string | null } | null {
  if (!RUN_TOGETHER.test(tag)) return null;
  const letters = tag.replace(/\p{N}+$/u, '');
  const words = letters.length > LONGEST_READ ? null : wordBreaks(letters.toLowerCase());
  if (words === null) return letters.length > LONGEST_WORD ? { better: null } : null;
  return words.length === 1 ? null : { better: words.map((word) => ACRONYMS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)).join('') + tag.slice(letters.length) };
}

/** The fewest known words that make up the letters; null where none do. */
function wordBreaks(letters: string): readonly string[] | null {
  const upTo: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    let best: readonly string[] | null = null;
    for (let from = Math.max(0, end - LONGEST_KNOWN); from < end; from += 1) {
      const before = upTo[from] ?? null;
      const word = letters.slice(from, end);
      if (before !== null && KNOWN.has(word) && (best === null || before.length + 1 < best.length)) best = [...before, word];
    }
    upTo.push(best);
  }
  return upTo[letters.length] ?? null;
}
