// What the software cannot decide about an installation: whoever operates it states it, or the legal pages mark it as open.

/** Every statement, with what it says. Settings, the warnings of readiness and the marks on the legal pages follow from this list. */
export const OPERATOR_STATEMENTS = {
  name: 'who runs this installation and is the controller for the accounts of people who sign in',
  contact: 'where to write to them: notices, data protection, reports, barriers',
  hosting: 'the country and the company where the data and its copies are kept',
  access: 'which people and companies can reach the data, and how that is recorded',
  backups: 'how often copies are made, how long they are kept, and when restoring was last tried',
  security_contact: 'where to report a weakness',
  exit: 'what an institution receives when it leaves, and what is deleted when',
  lawful_basis: 'the lawful basis for each purpose of personal data',
  retention: 'how long idle drafts, records of decisions and closed accounts are kept',
  law: 'which law governs the use, what is promised about availability, what liability is accepted',
  turnaround: 'how soon moderators answer',
  appeals: 'who decides an appeal against a moderator’s decision',
  online_safety: 'which duties about online content it has assessed, and the outcome',
  accessibility_statement: 'compliance status, date of the last audit, who enforces the rules',
} as const;

export type OperatorStatement = keyof typeof OPERATOR_STATEMENTS;

/** What the operator stated, in its words; what is left out is open. */
export type OperatorWords = Readonly<Partial<Record<OperatorStatement, string>>>;

export const OPERATOR_STATEMENT_NAMES = Object.keys(OPERATOR_STATEMENTS) as readonly OperatorStatement[];

/** The setting in which the operator states it: `OPERATOR_LAW`. */
export function operatorSetting(statement: OperatorStatement): string {
  return `OPERATOR_${statement.toUpperCase()}`;
}

/** What the operator has not stated, in the order of the list. */
export function openStatements(words: OperatorWords): readonly OperatorStatement[] {
  return OPERATOR_STATEMENT_NAMES.filter((statement) => (words[statement] ?? '') === '');
}
