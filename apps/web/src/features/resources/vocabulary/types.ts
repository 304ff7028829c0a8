/** A tag from a controlled vocabulary. */
export interface Term {
  readonly id: string;
  readonly label: string;
}
