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

/** What a short name can be; cookies and addresses bring anything. */
const shortNameForm = /^[a-z0-9][a-z0-9-]{1,39}$/;

/** An open practice by its short name, or null. */
export async function practiceByShortName(
  services: Pick<Services, "db">,
  asked: string,
): Promise<PracticeFacts | null> {
  const shortName = asked.toLowerCase();
  if (!shortNameForm.test(shortName)) return null;
  return identityOf(services.db).practice.findFirst({
    where: { shortName, closedAt: null },
    select,
  });
}

/** An open practice ($1). */
export const practiceSql = `select id, short_name as "shortName", name, zone, language, default_country as "defaultCountry",
      allowed_countries as "allowedCountries", support_phone as "supportPhone", support_email as "supportEmail",
      accent_colour as "accentColour"
    from identity.practice where id = $1 and closed_at is null`;

const byId = { name: "practice-by-id", text: practiceSql };

/** An open practice by its id, or null. Plain SQL: every page of somebody logged in asks. */
export async function practiceById(
  services: Pick<Services, "db">,
  id: string,
): Promise<PracticeFacts | null> {
  const { rows } = await services.db.pool.query<PracticeFacts>({ ...byId, values: [id] });
  return rows[0] ?? null;
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
