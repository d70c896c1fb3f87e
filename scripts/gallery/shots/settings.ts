import { type Shot, type Step, shotsOf } from "../shot";
import { click, fill, follow, headed, press, refused, unfolded } from "../steps";

const page = shotsOf("admin");

/** What a change would do is shown before it is saved. */
const previewed = (heading: string): Step[] => [press("See what it does"), headed(heading)];

export const settingsShots: readonly Shot[] = [
  page("settings", "/desk/settings"),
  page("settings-reminders", "/desk/settings/reminders?weekday=1&minute=480#preview"),
  page(
    "settings-reminders-add",
    "/desk/settings/reminders",
    press("Add a reminder"),
    headed("Add a reminder"),
  ),
  page("settings-changes", "/desk/settings/reminders#changes"),
  page("settings-messages", "/desk/settings/messages"),
  page(
    "settings-messages-template",
    "/desk/settings/messages",
    press("Write a template"),
    headed("A new template"),
  ),
  page("settings-problems", "/desk/settings/problems"),
  page("settings-visit-types", "/desk/settings/visit-types"),
  page(
    "settings-visit-type-new",
    "/desk/settings/visit-types/new",
    fill("Name", "Second opinion"),
    ...previewed("What this does"),
  ),
  page("settings-hours", "/desk/settings/hours"),
  page(
    "settings-working-hours",
    "/desk/settings/hours",
    click("main a[href*='/practitioners/']"),
    headed(/^Working hours of/),
    ...previewed("What this does"),
  ),
  page("settings-booking", "/desk/settings/booking"),
  page("settings-places", "/desk/settings/places"),
  page("settings-closures", "/desk/settings/closures"),
  page("settings-practice", "/desk/settings/practice"),
  page("settings-privacy", "/desk/settings/privacy"),
  page(
    "settings-privacy-preview",
    "/desk/settings/privacy",
    ...previewed("What this setting does"),
  ),
  page("settings-care", "/desk/settings/care"),
  page(
    "settings-care-edited",
    "/desk/settings/care",
    follow(/^Elastics/),
    headed("Elastics"),
    unfolded,
  ),
  page("settings-care-new", "/desk/settings/care/new"),
  page("settings-care-empty-title", "/desk/settings/care/new", press("Add the article"), refused),
  page("settings-guardians", "/desk/settings/guardians"),
  page(
    "settings-guardians-preview",
    "/desk/settings/guardians",
    async (shown) => void (await shown.getByLabel("Login of their own from").selectOption("12")),
    ...previewed("What this age does"),
  ),
];
