// Words that describe people by what they are said to lack, and the words to use instead.

import type { Passage } from './passages.js';
import { type Remark, remarksOf } from './remark.js';

interface Framing {
  readonly words: RegExp;
  /** Why, and what to write, as whole sentences. */
  readonly instead: string;
}

const PEOPLE = '(?:students?|learners?|graduates?|pupils?|people|groups?|families|communities|youth|kids|backgrounds?)';
const DESPITE = 'It makes what they are the obstacle. Say what they did, and name what stood in their way.';
const ASPIRATION = 'Aspirations are rarely what is low. Name what was missing around them: information, contacts, money or time.';
const NAME_THEM = 'It says what they are not, or lumps them together. Name the group: mature, commuting, first in family.';

/** The list of the domain brief, and what follows from it. Spaces stand for spaces, line ends or hyphens. */
const FRAMINGS: readonly Framing[] = [
  framing('(?:hard|harder|hardest|difficult) to reach(?! (?:us|me|you|them|it|by|on|from|via|without)\\b)', 'Services fail to reach them, not the other way round. Write “under-served”.'),
  framing('(?:despite|in spite of) (?:being|coming from|having|growing up|living with|(?:their|his|her) (?:own )?(?:poor |poverty|background|disabilit|circumstances|class|upbringing|condition))', DESPITE),
  framing('(?:overcame|overcome|overcomes|overcoming) (?:their|his|her) (?:disabilit|background|circumstances|class|upbringing|condition)', DESPITE),
  framing('(?:low|poverty of|lack of|lack|lacks|lacking|limited|rais(?:e|es|ed|ing)) (?:career )?aspirations?', ASPIRATION),
  framing('(?:lack|lacks|lacked|lacking) (?:the )?(?:social|cultural) capital', 'It measures people by what others were given. Say which contacts or customs they had no way to know, and who shares them.'),
  framing(`non traditional ${PEOPLE}`, NAME_THEM),
  framing(`(?:under ?privileged|deprived|needy|vulnerable|at risk) ${PEOPLE}`, 'It makes a circumstance into a kind of person. Say what they face, such as “students without family support”.'),
  framing('the (?:disadvantaged|underprivileged|disabled|voiceless)(?= (?:are|and|who|to|in|of|need|have)\\b|[.,;:!?)]|$)', 'People are more than one thing that is said of them. Write “disabled students”, or name what they face.'),
  framing(`(?:weak|weaker|low ability|less able|low achieving) ${PEOPLE}|low achievers|under ?achievers`, 'It judges people instead of what they were offered. Say what they had not met yet, or what they needed.'),
  framing('attainment gap', 'It lays the gap at the students’ door. Write “awarding gap”.'),
  framing('(?:suffers|suffer|suffering|suffered) from (?:a )?(?:disabilit|autism|dyslexia|anxiety|depression|adhd)|wheelchair bound|confined to a wheelchair', 'It speaks of people as victims. Write “has”, “is” or “uses a wheelchair”.'),
  framing('(?:with )?special needs', 'Their needs are not special, only unmet. Write “disabled students” or “access needs”.'),
  framing('broken homes?', 'It calls families broken. Write “estranged from their family”, or what else is meant.'),
  { words: /\bB(?:A)?ME\b/g, instead: 'One label hides very different groups. Name the groups that are meant.' },
];

/** What was said by somebody, or is spoken about, stands in quotation marks. */
const QUOTED = /“[^“”\n]{1,120}”|"[^"\n]{1,120}"|‘[^‘’\n]{1,60}’|`[^`\n]{1,60}`/g;
const ADDRESS = /https?:\/\/\S+|\]\([^()\s]{0,2000}\)/g;
/** Words before that say the next ones should not be used. */
const WARNED = /(?:\bnever|\bnot|\bavoids?|\bno|\binstead of|\brather than|\bsay|\bcalled|\bcall (?:them|people|anyone))\s+$/i;
/** Where a template or a record says what not to do, the words are warnings. */
const WARNS = /^doNot(?:\.|$)/;

/** One remark for each framing of the text, at its first words. */
export function deficitRemarks({ path, text }: Passage): readonly Remark[] {
  if (WARNS.test(path)) return [];
  const blank = (part: string): string => ' '.repeat(part.length - 1) + '|'; // holds its place, and joins nothing across it
  const own = text.replace(QUOTED, blank).replace(ADDRESS, blank);
  const say = remarksOf('USEFUL', path);
  return FRAMINGS.flatMap(({ words, instead }) => {
    for (const { 0: found, index } of own.matchAll(words)) {
      if (!WARNED.test(own.slice(Math.max(0, index - 20), index))) return [say('DEFICIT', found, `“${found.replace(/\s+/g, ' ')}”: ${instead}`)];
    }
    return [];
  });
}

function framing(words: string, instead: string): Framing {
  const spaced = words.replaceAll(' ?', '[ -]?').replace(/ (?!-\])/g, '(?:[ \\t-]|-?\\r?\\n)');
  return { words: new RegExp(`\\b(?:${spaced})`, 'gi'), instead };
}
