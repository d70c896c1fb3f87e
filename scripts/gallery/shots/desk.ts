import { type Shot, shotsOf } from "../shot";
import { click, follow, headed, press } from "../steps";

const page = shotsOf("staff");
const admin = shotsOf("admin");

/** The desk without its settings; some of it is for admins alone. */
export const deskShots: readonly Shot[] = [
  page("desk", "/desk"),
  page("desk-nobody-found", "/desk?query=zzzz"),
  page("diary", "/desk/diary"),
  page("diary-week", "/desk/diary?view=week"),
  page("diary-chairs", "/desk/diary?view=week&by=chair"),
  page("diary-clocks-back", "/desk/diary?on=2027-10-31"),
  page("diary-visit", "/desk/diary?view=week", click("[data-visit]"), headed(/./)),
  page(
    "diary-booking",
    "/desk/diary?patient={patient}",
    press("Book a visit"),
    headed("Book a visit"),
  ),
  page("diary-online", "/desk/diary", press(/^Online since/)),
  page("diary-print", "/desk/diary?view=week", (shown) => shown.emulateMedia({ media: "print" })),
  page("record", "/desk/records/{patient}"),
  page(
    "record-login-link",
    "/desk/records/{patient}",
    press("Make a login link"),
    headed(/^Login link for/),
  ),
  page("record-contact", "/desk/records/{patient}", press("Change")),
  page("record-new", "/desk/records/new"),
  page("record-orthodontist", "/desk/records/{patient}", press("Change the orthodontist")),
  page("record-archive", "/desk/records/{patient}", press("Archive")),
  page("record-parcel", "/desk/records/{recipient}"),
  page("waiting-list", "/desk/waiting-list"),
  page("waiting-list-find", "/desk/waiting-list?add=1&query=a"),
  page("waiting-list-add", "/desk/waiting-list?add=1&patient={patient}"),
  page("waiting-list-offer", "/desk/waiting-list", follow(/^Offer a time/), headed(/^Times for/)),
  page("closure-lists", "/desk/closures"),
  page("desk-inbox", "/desk/inbox?show=all"),
  page("desk-write", "/desk/inbox/new?patient={patient}"),
  page("login-links", "/desk/login-links"),
  page("repairs", "/desk/repairs"),
  page("repairs-repaired", "/desk/repairs?show=repaired"),
  page("repairs-link-or-correct", "/desk/repairs?cause=no_record"),
  page("repairs-correct", "/desk/repairs?cause=no_record", press(/^Correct the record/)),
  page("repairs-which", "/desk/repairs?cause=two_records", press(/^It is this one/)),
  page("repairs-has-login", "/desk/repairs?cause=already_registered"),
  page("repairs-unlock", "/desk/repairs", press(/^Unlock/)),
  admin("repairs-archived", "/desk/repairs?cause=archived"),
  admin("record-delete-login", "/desk/records/{patient}", press("Delete login")),
  admin("desk-admin", "/desk"),
  admin("people", "/desk/people"),
  admin("audit", "/desk/audit"),
  admin("audit-unfolded", "/desk/audit?action=view", click("main li summary")),
  admin("audit-nothing-fits", "/desk/audit?person=zzzz"),
];
