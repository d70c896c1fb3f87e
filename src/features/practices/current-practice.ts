import { identityOf } from "@/db/identity";
import type { Services } from "@/server/services";

/** A practice as everybody may know it, before any login. */
export interface PracticeFacts {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly zone: string;
  readonly language: string;
  readonly defaultCountry: string;
  readonly allowedCountries: readonly string[];
  readonly supportPhone: string;
  readonly supportEmail: string;
  readonly accentColour: string | null;
}

const select = {
  id: true,
  shortName: true,
  name: true,
  zone: true,
  language: true,
  defaultCountry: true,
  allowedCountries: true,
  supportPhone: true,
  supportEmail: true,
  accentColour: true,
} as const;

/** An open practice by its short name, or null. */
export async function practiceByShortName(
  services: Pick<Services, "db">,
  shortName: string,
): Promise<PracticeFacts | null> {
  return identityOf(services.db).practice.findFirst({
    where: { shortName: shortName.toLowerCase(), closedAt: null },
    select,
  });
}

/** An open practice by its id, or null. */
export async function practiceById(
  services: Pick<Services, "db">,
  id: string,
): Promise<PracticeFacts | null> {
  return identityOf(services.db).practice.findFirst({ where: { id, closedAt: null }, select });
}

/**
 * The practice shown before login (R12): the one asked for by `?practice=`, else the last one used in this browser,
 * else DEFAULT_PRACTICE, else the oldest. It never depends on a name typed. Null only while no practice exists.
 */
export async function currentPractice(
  services: Pick<Services, "db" | "env">,
  wish: { readonly asked?: string | undefined; readonly lastUsed?: string | undefined },
): Promise<PracticeFacts | null> {
  for (const shortName of [wish.asked, wish.lastUsed, services.env.defaultPractice]) {
    if (!shortName) continue;
    const found = await practiceByShortName(services, shortName);
    if (found) return found;
  }
  return identityOf(services.db).practice.findFirst({
    where: { closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select,
  });
}
