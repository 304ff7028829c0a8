/** An institution as its page reads it. */
export interface Institution {
  readonly slug: string;
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly sizeBand: string | null;
  readonly type: string | null;
  readonly standing: string;
  readonly isFictional: boolean;
}
