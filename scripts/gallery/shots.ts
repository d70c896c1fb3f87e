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

type Step = (page: Page) => Promise<void>;

const steps =
  (...all: readonly Step[]) =>
  async (shown: Page) => {
    for (const step of all) await step(shown);
  };
const press = (name: string | RegExp): Step => {
  return (shown) => shown.getByRole("main").getByRole("button", { name }).first().click();
};
const follow = (name: string | RegExp): Step => {
  return (shown) => shown.getByRole("main").getByRole("link", { name }).first().click();
};
const fill = (label: string, words: string): Step => {
  return (shown) => shown.getByLabel(label, { exact: true }).fill(words);
};
const headed = (name: string | RegExp): Step => {
  return (shown) => shown.getByRole("heading", { name }).first().waitFor();
};
const at = (address: RegExp): Step => {
  return (shown) => shown.waitForURL(address);
};
const refused: Step = (shown) => shown.locator("main [role=alert]").first().waitFor();
const unfolded: Step = async (shown) => {
  for (const fold of await shown.locator("main summary").all()) await fold.click();
};

const triesBeforeLock = 6;

/** A name nobody has is locked like any other (R14). */
const locked: Step = async (shown) => {
  const lock = shown.getByRole("heading", { name: "This login is locked" });
  for (let tries = 0; tries < triesBeforeLock; tries += 1) {
    await fill("Login name", "nobody.at.all")(shown);
    await fill("Password", "not the right words")(shown);
    const answer = shown.waitForResponse((response) => response.url().endsWith("/api/login"));
    await press("Login")(shown);
    if ((await (await answer).text()).includes("locked")) return lock.waitFor();
  }
};

/** Somebody who is on no list sees the same pages as everybody, up to the code (S2). */
const typedName = steps(fill("First name", "Robin"), fill("Last name", "Sample"), press("Next"));
const typedBirth = steps(
  typedName,
  fill("Day", "9"),
  fill("Month", "3"),
  fill("Year", "1990"),
  press("Next"),
);
const typedEmail = steps(typedBirth, fill("E-mail", "robin.sample@example.org"), press("Next"));
const typedAll = steps(
  typedEmail,
  fill("Mobile number", "+46 70 174 06 98"),
  press("Next"),
  headed("Is this right?"),
);

const sentCode = steps(typedAll, press("Yes, send the code"), headed("Enter the code"));

const choseType = steps(follow(/^Aligner check/), at(/type=/), headed("Choose a time"));
const heldTime = steps(choseType, press(/\d\d:\d\d/), at(/hold=/), headed("Is this right?"));
const choseNewTime = steps(follow(/\d\d:\d\d/), at(/at=/), headed("Move your visit"));
const nobody = "00000000-0000-7000-8000-000000000000";

/** Every page, and the states of it that were designed. */
export const shots: readonly Shot[] = [
  page("visitor", "front", "/"),
  page("visitor", "login", "/login"),
  page("visitor", "login-empty", "/login", steps(press("Login"), refused)),
  page(
    "visitor",
    "login-wrong",
    "/login",
    steps(
      fill("Login name", "somebody.else"),
      fill("Password", "not the right words"),
      press("Login"),
      refused,
    ),
  ),
  page("visitor", "login-locked", "/login", locked),
  page("visitor", "login-after-idle", "/login?idle=30"),
  page("visitor", "register", "/register"),
  page("visitor", "register-unknown-practice", "/register?practice=nosuch"),
  page("visitor", "register-birth", "/register", typedName),
  page("visitor", "register-email", "/register", typedBirth),
  page("visitor", "register-mobile", "/register", typedEmail),
  page("visitor", "register-confirm", "/register", typedAll),
  page("visitor", "register-code", "/register", sentCode),
  page(
    "visitor",
    "register-correct",
    "/register",
    steps(sentCode, follow(/^Correct the number/), at(/again=1/)),
  ),
  page("visitor", "register-over", "/register/over"),
  page("visitor", "forgot-password", "/forgot-password"),
  page(
    "visitor",
    "forgot-password-sent",
    "/forgot-password",
    steps(
      fill("E-mail address", "somebody.with.a.long.address@mail.example.org"),
      press("Send the link"),
      headed("Check your mail"),
    ),
  ),
  page("visitor", "reset-password-expired", `/reset-password?token=${"A".repeat(43)}`),
  page("visitor", "set-up-used", `/set-up/${"A".repeat(43)}`),
  page("visitor", "confirm-email-expired", `/confirm-email?token=${"A".repeat(43)}`),
  page("visitor", "link-expired", `/link/${"A".repeat(43)}`),
  page("visitor", "visit-unknown", `/visit/${"A".repeat(43)}`),
  page("visitor", "help", "/help"),
  page("visitor", "help-unfolded", "/help", unfolded),
  page("visitor", "not-found", "/nowhere"),
  page("patient", "home", "/"),
  page("patient", "treatment", "/treatment"),
  page("patient", "treatment-unfolded", "/treatment", unfolded),
  page("patient", "visits", "/appointments"),
  page("patient", "visits-new", "/appointments/new"),
  page("patient", "visits-new-times", "/appointments/new", choseType),
  page("patient", "visits-new-held", "/appointments/new", heldTime),
  page("patient", "visits-move", "/appointments/{visit}/reschedule"),
  page("patient", "visits-move-confirm", "/appointments/{visit}/reschedule", choseNewTime),
  page("patient", "visits-cancel", "/appointments/{visit}/cancel"),
  page(
    "patient",
    "visits-cancel-empty",
    "/appointments/{visit}/cancel",
    steps(press("Cancel this visit"), refused),
  ),
  page("patient", "visits-waiting-list", "/appointments/waiting-list?visit={visit}"),
  page("patient", "visit-not-found", `/appointments/${nobody}/cancel`),
  page("patient", "messages", "/messages"),
  page("patient", "messages-new", "/messages/new"),
  page("patient", "thread", "/messages/{thread}"),
  page("patient", "account", "/account"),
  page("patient", "account-profile", "/account/profile"),
  page("patient", "account-email", "/account/email"),
  page(
    "patient",
    "account-email-refused",
    "/account/email",
    steps(fill("New e-mail address", "no address"), press("Send the link"), refused),
  ),
  page("patient", "account-email-link-unknown", "/account/email/confirm?token=x"),
  page("patient", "account-mobile", "/account/mobile"),
  page(
    "patient",
    "account-mobile-landline",
    "/account/mobile",
    steps(fill("New mobile number", "+49 30 901820"), press("Send the code"), refused),
  ),
  page("patient", "account-password", "/account/password"),
  page("patient", "account-sessions", "/account/sessions"),
  page("patient", "account-notifications", "/account/notifications"),
  page("patient", "account-calendar", "/account/calendar"),
  page(
    "patient",
    "account-calendar-made",
    "/account/calendar",
    steps(press(/^Make a/), headed("Your calendar address")),
  ),
  page(
    "patient",
    "account-calendar-present",
    "/account/calendar",
    steps(
      press(/^Make a/),
      press("I have added it"),
      headed("A calendar address is in use"),
      unfolded,
    ),
  ),
  page("guardian", "guardian-account-calendar", "/account/calendar"),
  page("orthodontist", "account-calendar-diary", "/account/calendar"),
  page("staff", "account-calendar-no-column", "/account/calendar"),
  page("visitor", "undo-email-link-unknown", "/undo-email-change?token=x"),
  page("patient", "security", "/account/security"),
  page(
    "patient",
    "security-passkey",
    "/account/security",
    steps(press("Add a passkey"), headed("Add a passkey")),
  ),
  page("patient", "record-views", "/account/record-views"),
  page("patient", "account-export", "/account/export"),
  page("patient", "account-delete", "/account/delete"),
  page(
    "patient",
    "account-delete-refused",
    "/account/delete",
    steps(
      (shown) => shown.getByLabel(/^Type your login name/).fill("somebody.else"),
      press("Delete my login"),
      refused,
    ),
  ),
  page("guardian", "guardian-account-delete", "/account/delete"),
  page("visitor", "login-deleted", "/login-deleted"),
  page("guardian", "guardian-record-views", "/account/record-views"),
  page("guardian", "guardian-home", "/"),
  page("guardian", "guardian-treatment", "/treatment"),
  page("guardian", "guardian-children", "/children"),
  page("guardian", "guardian-account-profile", "/account/profile"),
  page("guardian", "guardian-account-notifications", "/account/notifications"),
  page("orthodontist", "doctor", "/doctor"),
  page("orthodontist", "doctor-all", "/doctor?show=all"),
  page("orthodontist", "doctor-off-track", "/doctor?show=off_track"),
  page("orthodontist", "doctor-nobody-found", "/doctor?q=zzzz"),
  page("orthodontist", "doctor-patient", "/doctor/patients/{patient}"),
  page("orthodontist", "doctor-inbox", "/doctor/inbox"),
  page("orthodontist", "doctor-thread", "/doctor/inbox?show=all&whose=all&thread={thread}"),
  page("orthodontist", "doctor-write", "/doctor/inbox/new?patient={patient}"),
  page("orthodontist", "doctor-diary", "/doctor/diary"),
  page("orthodontist", "doctor-diary-week", "/doctor/diary?view=week"),
  page("orthodontist", "integrations", "/doctor/integrations"),
  page("orthodontist", "integrations-unfolded", "/doctor/integrations", unfolded),
  page("staff", "staff-account", "/account"),
  page("staff", "desk", "/desk"),
  page("staff", "desk-nobody-found", "/desk?query=zzzz"),
  page("staff", "diary", "/desk/diary"),
  page("staff", "diary-week", "/desk/diary?view=week"),
  page("staff", "diary-chairs", "/desk/diary?view=week&by=chair"),
  page("staff", "diary-clocks-back", "/desk/diary?on=2027-10-31"),
  page(
    "staff",
    "diary-visit",
    "/desk/diary?view=week",
    steps((shown) => shown.locator("[data-visit]").first().click(), headed(/./)),
  ),
  page(
    "staff",
    "diary-booking",
    "/desk/diary?patient={patient}",
    steps(press("Book a visit"), headed("Book a visit")),
  ),
  page("staff", "diary-online", "/desk/diary", press(/^Online since/)),
  page("staff", "diary-print", "/desk/diary?view=week", (shown) =>
    shown.emulateMedia({ media: "print" }),
  ),
  page("staff", "record", "/desk/records/{patient}"),
  page(
    "staff",
    "record-login-link",
    "/desk/records/{patient}",
    steps(press("Make a login link"), headed(/^Login link for/)),
  ),
  page("staff", "waiting-list", "/desk/waiting-list"),
  page("staff", "waiting-list-find", "/desk/waiting-list?add=1&query=a"),
  page("staff", "waiting-list-add", "/desk/waiting-list?add=1&patient={patient}"),
  page(
    "staff",
    "waiting-list-offer",
    "/desk/waiting-list",
    steps(follow(/^Offer a time/), headed(/^Times for/)),
  ),
  page("staff", "login-links", "/desk/login-links"),
  page("staff", "repairs", "/desk/repairs"),
  page("staff", "repairs-repaired", "/desk/repairs?show=repaired"),
  page("admin", "repairs-archived", "/desk/repairs?cause=archived"),
  page("staff", "repairs-link-or-correct", "/desk/repairs?cause=no_record"),
  page("staff", "repairs-correct", "/desk/repairs?cause=no_record", press(/^Correct the record/)),
  page("staff", "repairs-which", "/desk/repairs?cause=two_records", press(/^It is this one/)),
  page("staff", "repairs-has-login", "/desk/repairs?cause=already_registered"),
  page("staff", "repairs-unlock", "/desk/repairs", press(/^Unlock/)),
  page("staff", "record-contact", "/desk/records/{patient}", press("Change")),
  page("admin", "record-delete-login", "/desk/records/{patient}", press("Delete login")),
  page("admin", "desk-admin", "/desk"),
  page("admin", "people", "/desk/people"),
  page("orthodontist", "doctor-security", "/account/security"),
  page("admin", "audit", "/desk/audit"),
  page(
    "admin",
    "audit-unfolded",
    "/desk/audit?action=view",
    steps((shown) => shown.locator("main li summary").first().click()),
  ),
  page("admin", "audit-nothing-fits", "/desk/audit?person=zzzz"),
  page("admin", "settings", "/desk/settings"),
  page("admin", "settings-reminders", "/desk/settings/reminders?weekday=1&minute=480#preview"),
  page(
    "admin",
    "settings-reminders-add",
    "/desk/settings/reminders",
    steps(press("Add a reminder"), headed("Add a reminder")),
  ),
  page("admin", "settings-visit-types", "/desk/settings/visit-types"),
  page(
    "admin",
    "settings-visit-type-new",
    "/desk/settings/visit-types/new",
    steps(fill("Name", "Second opinion"), press("See what it does"), headed("What this does")),
  ),
  page("admin", "settings-hours", "/desk/settings/hours"),
  page(
    "admin",
    "settings-working-hours",
    "/desk/settings/hours",
    steps(
      (shown) => shown.locator("main a[href*='/practitioners/']").first().click(),
      headed(/^Working hours of/),
      press("See what it does"),
      headed("What this does"),
    ),
  ),
  page("admin", "settings-booking", "/desk/settings/booking"),
  page("admin", "settings-places", "/desk/settings/places"),
  page("admin", "settings-closures", "/desk/settings/closures"),
  page("staff", "closure-lists", "/desk/closures"),
  page("admin", "settings-privacy", "/desk/settings/privacy"),
  page(
    "admin",
    "settings-privacy-preview",
    "/desk/settings/privacy",
    steps(press("See what it does"), headed("What this setting does")),
  ),
  page("admin", "settings-guardians", "/desk/settings/guardians"),
  page(
    "admin",
    "settings-guardians-preview",
    "/desk/settings/guardians",
    steps(
      async (shown) => void (await shown.getByLabel("Login of their own from").selectOption("12")),
      press("See what it does"),
      headed("What this age does"),
    ),
  ),
];
