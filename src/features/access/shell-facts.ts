import type { Brand } from "@/components/shells/brand";
import type { Support } from "@/components/shells/visitor-shell";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { homeOf } from "./actors";
import type { OpenSession } from "./open-session";

/** What the frame around somebody's pages shows. */
export interface ShellFacts {
  readonly brand: Brand;
  readonly support: Support | null;
  readonly accentColour: string | null;
  readonly personName: string;
  readonly loginName: string;
  readonly settingsHref: "/account";
  readonly idleMinutes: number;
  /** Seconds until the session ends without another request (R18). */
  readonly idleSecondsLeft: number;
}

/** Brand, colour, name and idle time for the frame of a signed-in page. */
export async function shellFacts(services: Services, session: OpenSession): Promise<ShellFacts> {
  return shellFactsOf(await practiceById(services, session.practiceId), services, session);
}

/** The same where the practice was read with something else; null is one that was closed. */
export function shellFactsOf(
  practice: PracticeFacts | null,
  services: Pick<Services, "now">,
  session: OpenSession,
): ShellFacts {
  const leftMs = session.idleUntilAt.epochMilliseconds - services.now.epochMilliseconds;
  return {
    brand: { name: session.practiceName, homeHref: homeOf(session.role) },
    support: practice && {
      phone: formatPhone(practice.supportPhone),
      email: practice.supportEmail,
    },
    accentColour: practice?.accentColour ?? null,
    personName: session.personName,
    loginName: session.loginName,
    settingsHref: "/account",
    idleMinutes: session.idleMinutes,
    idleSecondsLeft: Math.max(0, Math.trunc(leftMs / 1000)),
  };
}
