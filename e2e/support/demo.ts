import { execFileSync } from "node:child_process";

export interface DemoLogin {
  readonly role: "patient" | "guardian" | "orthodontist" | "staff" | "admin";
  readonly practice: string;
  readonly loginName: string;
  readonly password: string;
  readonly mobile: string | null;
  readonly totpSecret: string | null;
}

export interface DemoPerson {
  readonly practice: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly email: string;
  readonly mobile: string;
  readonly note: string;
}

function fromScript(script: string): unknown {
  const output = execFileSync(
    process.execPath,
    ["--import", "tsx", `scripts/demo/${script}.ts`, "--silent"],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return JSON.parse(output);
}

let logins: DemoLogin[] | undefined;
let people: DemoPerson[] | undefined;

/** How somebody of the demo logs in. */
export function demoLogin(loginName: string): DemoLogin {
  logins ??= fromScript("logins") as DemoLogin[];
  const found = logins.find((login) => login.loginName === loginName);
  if (!found) throw new Error(`the demo has no login ${loginName}`);
  return found;
}

/** The n-th person on the first practice's list without a login whose note says this. */
export function demoPerson(note: string, position = 0): DemoPerson {
  people ??= (fromScript("people") as { unregistered: DemoPerson[] }).unregistered;
  const practice = people[0]?.practice;
  const found = people.filter((person) => person.note === note && person.practice === practice)[
    position
  ];
  if (!found) throw new Error(`the demo has nobody noted "${note}" number ${position}`);
  return found;
}
