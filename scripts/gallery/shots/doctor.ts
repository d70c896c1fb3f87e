import { type Shot, shotsOf } from "../shot";
import { at, click, follow, press, unfolded } from "../steps";

const page = shotsOf("orthodontist");

export const doctorShots: readonly Shot[] = [
  page("doctor", "/doctor"),
  page("doctor-all", "/doctor?show=all"),
  page("doctor-practice", "/doctor?show=needs&whose=all"),
  page("doctor-off-track", "/doctor?show=off_track"),
  page("doctor-check-ins", "/doctor?show=check_in&whose=all"),
  page("doctor-plans-to-approve", "/doctor?show=approve"),
  page("doctor-nobody-found", "/doctor?q=zzzz"),
  page("doctor-patient", "/doctor/patients/{patient}"),
  page("doctor-patient-of-list", "/doctor/patients/{patient}?show=needs&whose=all"),
  page(
    "doctor-patient-adjust",
    "/doctor/patients/{patient}",
    click("main summary:has-text('Adjust plan')"),
    press("Wear longer"),
    (shown) => shown.getByText(/longer than planned/).waitFor(),
  ),
  page("doctor-check-ins", "/doctor/check-ins?whose=all"),
  page(
    "doctor-check-in",
    "/doctor/check-ins?whose=all",
    follow(/^Look at the photos of/),
    at(/check-ins\/[0-9a-f]/),
  ),
  page(
    "doctor-check-in-not-yet",
    "/doctor/check-ins?whose=all",
    follow(/^Look at the photos of/),
    at(/check-ins\/[0-9a-f]/),
    press("Not yet"),
    (shown) => shown.getByRole("dialog").waitFor(),
  ),
  page("doctor-plan", "/doctor/patients/{patient}/plan"),
  page(
    "doctor-plan-refinement",
    "/doctor/patients/{patient}/plan",
    press("Refinement"),
    (shown) =>
      shown
        .getByRole("grid", { name: /^Stages of series/ })
        .last()
        .getByRole("gridcell", { name: /^Upper 3, / })
        .click(),
    (shown) => shown.getByText(/^New series/).waitFor(),
  ),
  page("doctor-plan-version", "/doctor/patients/{patient}/plan/1"),
  page("doctor-inbox", "/doctor/inbox"),
  page("doctor-thread", "/doctor/inbox?show=all&whose=all&thread={thread}"),
  page("doctor-thread-assign", "/doctor/inbox?show=all&whose=all&thread={thread}", (shown) =>
    shown.locator("main summary").filter({ hasText: "Assigned to" }).click(),
  ),
  page("doctor-thread-snooze", "/doctor/inbox?show=all&whose=all&thread={thread}", (shown) =>
    shown.locator("main summary").filter({ hasText: "Snooze" }).click(),
  ),
  page("doctor-inbox-lists", "/doctor/inbox?show=all&whose=all", (shown) =>
    shown.locator("main summary").filter({ hasText: "List:" }).click(),
  ),
  page("doctor-inbox-nothing", "/doctor/inbox?show=snoozed&whose=unassigned"),
  page(
    "doctor-thread-templates",
    "/doctor/inbox?show=all&whose=all&thread={thread}",
    press("Templates"),
    async (shown) => void (await shown.getByRole("combobox").waitFor()),
  ),
  page("doctor-templates", "/doctor/inbox/templates"),
  page("doctor-absence", "/doctor/inbox/absence"),
  page("doctor-inbox-search", "/doctor/inbox?q=tray"),
  page("doctor-write", "/doctor/inbox/new?patient={patient}"),
  page("doctor-diary", "/doctor/diary"),
  page("doctor-diary-week", "/doctor/diary?view=week"),
  page("integrations", "/doctor/integrations"),
  page("integrations-lapsed", "/doctor/integrations?show=lapsed"),
  page("integrations-unfolded", "/doctor/integrations", unfolded),
];
