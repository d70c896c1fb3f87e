/** A connection whose lab is asked what it did. */
export interface Followed {
  readonly practiceId: string;
  readonly connectionId: string;
}
