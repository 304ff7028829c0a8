/** What is read of a term wherever one stands. */
export const TERM = '{ id label }';
/** What is read of rich text wherever it stands. */
export const RICH_TEXT = '{ html }';
