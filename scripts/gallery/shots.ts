import type { Page } from "@playwright/test";

export type Viewer = "visitor" | "patient" | "guardian" | "orthodontist" | "staff" | "admin";

export interface Shot {
  /** File name and heading. */
  readonly name: string;
  readonly viewer: Viewer;
  /** `{…}` is the first value of that name in the demo. */
  readonly path: string;
  /** Brings the page into the state to look at. */
  readonly act?: (page: Page) => Promise<void>;
}

const page = (viewer: Viewer, name: string, path: string, act?: Shot["act"]): Shot =>
  act === undefined ? { viewer, name, path } : { viewer, name, path, act };

const press = (name: string | RegExp) => async (shown: Page) => {
  await shown.getByRole("button", { name }).first().click();
  await shown.waitForTimeout(400);
};

/** Every page, and the states of it that were designed. */
export const shots: readonly Shot[] = [
  page("visitor", "front", "/"),
  page("visitor", "login", "/login"),
  page("visitor", "login-empty", "/login", press("Login")),
  page("visitor", "login-wrong", "/login", async (shown) => {
    await shown.getByLabel("Login name").fill("somebody.else");
    await shown.getByLabel("Password", { exact: true }).fill("not the right words");
    await press("Login")(shown);
    await shown.waitForTimeout(1_500);
  }),
  page("visitor", "register", "/register"),
  page("visitor", "forgot-password", "/forgot-password"),
  page("visitor", "reset-password-expired", `/reset-password?token=${"A".repeat(43)}`),
  page("visitor", "confirm-email-expired", `/confirm-email?token=${"A".repeat(43)}`),
  page("visitor", "link-expired", `/link/${"A".repeat(43)}`),
  page("visitor", "help", "/help"),
  page("visitor", "not-found", "/nowhere"),
  page("patient", "home", "/"),
  page("patient", "treatment", "/treatment"),
  page("patient", "visits", "/appointments"),
  page("patient", "visits-new", "/appointments/new"),
  page("patient", "visits-move", "/appointments/{visit}/reschedule"),
  page("patient", "visits-cancel", "/appointments/{visit}/cancel"),
  page("patient", "messages", "/messages"),
  page("patient", "messages-new", "/messages/new"),
  page("patient", "thread", "/messages/{thread}"),
  page("patient", "account", "/account"),
  page("guardian", "guardian-home", "/"),
  page("orthodontist", "doctor", "/doctor"),
  page("orthodontist", "doctor-patient", "/doctor/patients/{patient}"),
  page("orthodontist", "doctor-inbox", "/doctor/inbox"),
  page("orthodontist", "integrations", "/doctor/integrations"),
  page("staff", "desk", "/desk"),
  page("staff", "record", "/desk/records/{patient}"),
  page("staff", "login-links", "/desk/login-links"),
  page("admin", "desk-admin", "/desk"),
];
