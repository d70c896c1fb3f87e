import type { Temporal } from "temporal-polyfill";
import { ago, type DemoRole, type Making } from "../making";
import {
  addAuthenticator,
  addMembership,
  type IssuedLogin,
  issueLogin,
  mailAddress,
} from "../people";
import { type LocationMade, weekly } from "./practice-rows";

export interface OrthodontistMade extends IssuedLogin {
  readonly practitionerId: string;
  readonly hours: readonly {
    readonly locationId: string;
    readonly weekday: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }[];
}

export interface ClinicMade {
  readonly locations: readonly LocationMade[];
  readonly orthodontists: readonly OrthodontistMade[];
  readonly staff: readonly IssuedLogin[];
  readonly admin: IssuedLogin;
}

/** Everybody who works here; each logs in with password and authenticator (R13). */
export function addClinicPeople(making: Making, locations: readonly LocationMade[]): ClinicMade {
  const { words } = making;
  // Each a minute after the one before: the order in which the demo lists them.
  let hired = 0;
  const nextDay = () => ago(making, { days: 500 }).add({ minutes: hired++ });
  return {
    locations,
    orthodontists: words.orthodontists.map((orthodontist) => {
      const since = nextDay();
      const login = addColleague(
        making,
        "orthodontist",
        [orthodontist.first, orthodontist.last],
        since,
      );
      const practitionerId = making.chance.id(since);
      making.rows.add("tenant.practitioner", {
        practiceId: making.practiceId,
        id: practitionerId,
        personId: login.personId,
        name: `Dr ${login.name}`,
        title: "Orthodontist",
        colour: orthodontist.colour,
      });
      const hours = orthodontist.hours.flatMap((given, index) =>
        given.flatMap(weekly).map((one) => ({ ...one, locationId: locations[index]?.id ?? "" })),
      );
      for (const one of hours) {
        const id = making.chance.id(since);
        const { practiceId } = making;
        making.rows.add("tenant.practitioner_hours", { practiceId, id, practitionerId, ...one });
      }
      return { ...login, practitionerId, hours };
    }),
    staff: words.staff.map((name) => addColleague(making, "staff", name, nextDay())),
    admin: addColleague(making, "admin", words.admin, nextDay()),
  };
}

function addColleague(
  making: Making,
  role: DemoRole,
  [firstName, lastName]: readonly [string, string],
  since: Temporal.Instant,
): IssuedLogin {
  const someone = { firstName, lastName };
  const email = mailAddress(someone, making.words.mailDomain);
  const login = issueLogin(making, someone, since, {
    role,
    email,
    mobile: null,
    registeredAt: since,
  });
  addAuthenticator(making, login, since);
  addMembership(making, login, role, since);
  return login;
}
