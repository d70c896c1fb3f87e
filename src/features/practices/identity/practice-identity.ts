import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

/** How a practice shows itself, and the bounds of its texts. */
export interface PracticeIdentity {
  readonly name: string;
  readonly supportPhone: string;
  readonly supportEmail: string;
  readonly mailFrom: string;
  readonly accentColour: string | null;
  readonly defaultCountry: string;
  readonly allowedCountries: readonly string[];
  readonly smsDailyCap: number;
}

export function practiceIdentity(tx: Tx, practiceId: string): Promise<PracticeIdentity> {
  return identityIn(tx).practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: {
      name: true,
      supportPhone: true,
      supportEmail: true,
      mailFrom: true,
      accentColour: true,
      defaultCountry: true,
      allowedCountries: true,
      smsDailyCap: true,
    },
  });
}
