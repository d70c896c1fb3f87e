import type { Clinic } from "../../support/appointments-world";
import type { Belongings } from "./belongings";
import type { CallerName, Sent } from "./callers";

/** One operation tried with what belongs to somebody else. */
export interface Try {
  readonly operation: string;
  readonly as: CallerName;
  /** Sent by the caller, who belongs to the clinic. */
  readonly sent: (theirs: Belongings, clinic: Clinic) => Sent;
  /** Where a stranger's id is no missing page, because what it stands for is named in a field. */
  readonly answer?: string;
  /** The practice's own side may use what belongs to its patients. */
  readonly neighbourOnly?: true;
}
