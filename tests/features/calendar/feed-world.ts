import { POST as makeAddress } from "@/app/api/account/calendar-address/route";
import { GET as readFeed } from "@/app/api/calendar/[token]/route";
import type { PatientActor } from "@/features/access/actors";
import type { OpenSession } from "@/features/access/open-session";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { bookingScene } from "../../support/appointments-world";
import { makeSession } from "../../support/people";
import type { World } from "../../support/world";
import { call } from "../bad-input/callers";
import { readCalendar } from "./read-calendar";

/** A clinic with two patients, whose calendar addresses are made and fetched through the routes. */
export async function feedScene(world: World) {
  Object.assign(globalThis, { archwayRuntime: world.runtime });
  const scene = await bookingScene(world);
  const { practice, services, wish } = scene;

  /** A session's cookie of somebody. */
  const loggedIn = ({ personId, loginId, loginName, membershipId, role }: OpenSession) =>
    makeSession(world, practice.id, { personId, loginId, loginName, membershipId }, role);
  /** Fetches an address as a calendar program does: no cookie, perhaps what it knows already. */
  const fetched = async (token: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await call(readFeed, undefined, { params: { token: `${token}.ics` }, headers });
    return { ...answer, entries: answer.status === 200 ? readCalendar(answer.text).entries : [] };
  };
  return {
    ...scene,
    loggedIn,
    fetched,
    /** Makes an address for somebody through the route; answers its token. */
    addressOf: async (who: OpenSession): Promise<string> => {
      const answer = await call(makeAddress, await loggedIn(who), { body: {} });
      const { url } = JSON.parse(answer.text);
      const [, token] = /\/api\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(url) ?? [];
      if (!token) throw new Error(`no address: ${answer.text}`);
      return token;
    },
    booked: async (actor: PatientActor, clock: string, days: number) => {
      const made = await bookAppointment(services, actor, wish(clock, days));
      if (!made.ok) throw new Error(made.reason);
      return made.value;
    },
  };
}
