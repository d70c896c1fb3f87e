import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Brand } from "@/components/shells/brand";
import type { Support } from "@/components/shells/visitor-shell";
import { currentPractice, type PracticeFacts } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { cookieName } from "./cookies";
import type { OpenSession } from "./open-session";
import { pageVisit } from "./page-visit";

export interface VisitorFacts {
  readonly services: Services;
  readonly session: OpenSession | null;
  /** Null only while the installation has no practice. */
  readonly practice: PracticeFacts | null;
  readonly brand: Brand;
  readonly support: Support | null;
  /** `?practice=…` to carry along, where the address named one. */
  readonly query: string;
  readonly accentColour: string | null;
  /** The practice the address names and that is not here. */
  readonly unknownPractice: string | null;
}

/** What a page before login shows of the practice (R12); looked up once per request. */
export const visitorFacts = cache(async (): Promise<VisitorFacts> => {
  const [{ services, session }, head, jar] = await Promise.all([pageVisit(), headers(), cookies()]);
  const asked = head.get("x-practice") || undefined;
  const lastUsed = jar.get(cookieName(services.env, "practice"))?.value;
  const practice = await currentPractice(services, { asked, lastUsed });
  const query = asked !== undefined && practice?.shortName === asked ? `?practice=${asked}` : "";
  return {
    services,
    session,
    practice,
    brand: { name: practice?.name ?? "Archway", homeHref: `/${query}` },
    support: practice && {
      phone: formatPhone(practice.supportPhone),
      email: practice.supportEmail,
    },
    query,
    accentColour: practice?.accentColour ?? null,
    unknownPractice: asked !== undefined && practice?.shortName !== asked ? asked : null,
  };
});
