import type { Page } from "@playwright/test";
import { type Shot, type Step, shotsOf } from "../shot";
import { at, fill, follow, headed, holdFilesOver, press, refused, unfolded } from "../steps";

const page = shotsOf("patient");
const guardian = shotsOf("guardian");

const nobody = "00000000-0000-7000-8000-000000000000";
const choseType = [follow(/^Aligner check/), at(/type=/), headed("Choose a time")];
const heldTime = [...choseType, press(/\d\d:\d\d/), at(/hold=/), headed("Is this right?")];
const choseNewTime = [follow(/\d\d:\d\d/), at(/at=/), headed("Move your visit")];

const saidSorry = (shown: Page) =>
  shown.getByText("Ask your orthodontist what is missing").waitFor();

const dialog = (shown: Page) => shown.getByRole("dialog").waitFor();
const oneDay = [press(/(Add|Change)$/), dialog];
const tooLong = [
  ...oneDay,
  fill("Hours", "26"),
  (shown: Page) => shown.getByRole("button", { name: "Save" }).click(),
  (shown: Page) => shown.getByRole("dialog").getByRole("alert").waitFor(),
];

/** A look before may have left the change marked. */
const marked = async (shown: Page) => {
  const undo = shown.getByRole("button", { name: /^Take back/ }).first();
  const change = shown.getByRole("button", { name: /^I (changed|put in)/ }).first();
  await undo.or(change).first().waitFor();
  if (await undo.isVisible()) return;
  await change.click();
  const save = shown.getByRole("button", { name: "Save this day" });
  await undo.or(save).first().waitFor();
  if (await save.isVisible()) await save.click();
  await undo.waitFor();
};
const takenBack = [marked, press(/^Take back/), headed("Taken back")];

const cutOff: Step = async (shown) => {
  await shown.route("**/api/threads/*/messages", (asked) =>
    asked.request().method() === "POST" ? asked.abort() : asked.continue(),
  );
};
const notSent: Step = (shown) =>
  shown
    .getByText(/Not sent|Kept on this device/)
    .first()
    .waitFor();

/** Treatment, visits, guidance and messages, of patients and guardians. */
export const patientShots: readonly Shot[] = [
  page("home", "/"),
  page("home-marked", "/", marked),
  page("home-taken-back", "/", ...takenBack),
  page("treatment", "/treatment"),
  page("treatment-unfolded", "/treatment", unfolded),
  page("wear", "/treatment/wear"),
  page("wear-unfolded", "/treatment/wear", unfolded),
  page("wear-day", "/treatment/wear", ...oneDay),
  page("wear-day-too-long", "/treatment/wear", ...tooLong),
  page("problem", "/treatment/problem"),
  page("problem-refused", "/treatment/problem", press("Tell my practice"), refused),
  page("check-in-none", "/treatment/check-in"),
  guardian("check-in", "/treatment/check-in"),
  page("visits", "/appointments"),
  page("visits-new", "/appointments/new"),
  page("visits-new-times", "/appointments/new", ...choseType),
  page("visits-new-held", "/appointments/new", ...heldTime),
  page("visits-move", "/appointments/{visit}/reschedule"),
  page("visits-move-confirm", "/appointments/{visit}/reschedule", ...choseNewTime),
  page("visits-cancel", "/appointments/{visit}/cancel"),
  page("visits-cancel-empty", "/appointments/{visit}/cancel", press("Cancel this visit"), refused),
  page("visits-waiting-list", "/appointments/waiting-list?visit={visit}"),
  page("visit-not-found", `/appointments/${nobody}/cancel`),
  page("care", "/care"),
  page("care-found", "/care?query=travelling"),
  page("care-near", "/care?query=retaner"),
  page("care-nothing-found", "/care?query=xylophone"),
  page("care-article", "/care/cleaning"),
  page("care-article-unhelpful", "/care/lost", press("No"), saidSorry),
  page("care-not-found", "/care/nothing-of-the-kind"),
  page("messages", "/messages"),
  page("messages-search", "/messages?q=tray"),
  page("messages-new", "/messages/new"),
  page("messages-new-about", "/messages/new?subject=Cleaning your aligners"),
  page("thread", "/messages/{thread}"),
  page("thread-drop", "/messages/{thread}", holdFilesOver),
  page(
    "thread-not-sent",
    "/messages/{thread}",
    cutOff,
    fill("Your message", "Is this right?"),
    press("Send"),
    notSent,
  ),
  guardian("guardian-home", "/"),
  guardian("guardian-treatment", "/treatment"),
  guardian("guardian-wear", "/treatment/wear"),
  guardian("guardian-care", "/care"),
  guardian("guardian-children", "/children"),
];
