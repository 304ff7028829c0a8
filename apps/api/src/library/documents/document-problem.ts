/** Why a document was not taken in, as data: a word for programs and a sentence for people. */

export const DOCUMENT_PROBLEMS = {
  EMPTY: 'This file is empty.',
  TOO_LARGE: 'This file is larger than 20 MB. Take the pictures out, or send it in parts.',
  UNKNOWN_FORMAT: 'Word (.docx), web pages (.html), Markdown (.md) and lists of steps (.csv) are read here.',
  OLD_WORD: 'This is a Word file of the older kind (.doc). Open it in Word and save it as .docx.',
  LOCKED: 'This file is locked with a password. Take the password off and send it again.',
  NOT_WHAT_IT_SAYS: 'This file is not what its name says. Save it again from the program that made it.',
  DAMAGED: 'This file is damaged or cut short. Save it again from the program that made it.',
  UNSAFE_NAMES: 'This file holds parts whose names lead outside it, which no Word file does.',
  TOO_MANY_PARTS: 'This file holds more parts than any Word file of text.',
  UNPACKS_TOO_LARGE: 'This file unpacks to far more than it is, which no Word file of text does.',
  DECLARES_ENTITIES: 'This file declares entities of its own, which no Word file does.',
  TOO_DEEP: 'Something in this file is nested too deeply to be read.',
  TOO_LONG: 'This is longer than one piece of work can be. Split it, and start from one part.',
  TOO_SLOW: 'Reading this file took too long, and was given up.',
  NOT_TEXT: 'This is not a text file.',
  NO_TITLES: 'A list of steps needs a column called title, and a row for each step.',
  ONLY_FOR_PLAYBOOKS: 'A list of steps starts a playbook. Choose the playbook, or another file.',
  ANOTHER_KIND: 'This file is a record of another kind. Choose that kind.',
  OTHER_INSTITUTION: 'You act for another institution now than when this page was opened. Open it again.',
  OTHER_SITE: 'This was not sent from a page of this site.',
  TOO_OFTEN: 'You have sent many documents just now. Try again in a few minutes.',
  BUSY: 'Many documents are being read just now. Try again in a minute.',
} as const;
export type DocumentProblemCode = keyof typeof DOCUMENT_PROBLEMS;

export interface DocumentProblem { readonly code: DocumentProblemCode | 'NO_PLACE'; readonly message: string }

export class DocumentRefusal extends Error {
  constructor(readonly code: DocumentProblemCode) { super(DOCUMENT_PROBLEMS[code]); }
}

export function documentProblem(code: DocumentProblemCode): DocumentProblem {
  return { code, message: DOCUMENT_PROBLEMS[code] };
}
