import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import type { Services } from "@/server/services";

/** What mails and texts say of the practice they come from. */
export interface DeliveryPractice {
  readonly name: string;
  readonly zone: string;
  readonly supportPhone: string;
  readonly supportEmail: string;
  readonly mailFrom: string;
  readonly accentColour: string | null;
}

const select = {
  name: true,
  zone: true,
  supportPhone: true,
  supportEmail: true,
  mailFrom: true,
  accentColour: true,
} as const;

/** The practice of a delivery, also when it has closed since: what was promised is still sent. */
export function deliveryPractice(tx: Tx, practiceId: string): Promise<DeliveryPractice> {
  return identityIn(tx).practice.findUniqueOrThrow({ where: { id: practiceId }, select });
}

/** Where the practice's texts to numbers that nobody has proved may go; empty: everywhere (S4). */
export function countriesOfTexts(
  tx: Tx,
  practiceId: string,
): Promise<{ readonly defaultCountry: string; readonly allowedCountries: readonly string[] }> {
  return identityIn(tx).practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: { defaultCountry: true, allowedCountries: true },
  });
}

/** Ids of all practices, for schedules that loop over them (S12). */
export async function allPracticeIds({ db }: Pick<Services, "db">): Promise<string[]> {
  const rows = await identityOf(db).practice.findMany({
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
