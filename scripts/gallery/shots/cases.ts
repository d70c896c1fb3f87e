import { type Shot, shotsOf } from "../shot";
import { at, fill, follow, headed } from "../steps";

const page = shotsOf("orthodontist");
const everything = "/doctor/cases?show=all&whose=all";

/** A case in a state, as its chip in the list says it. */
const caseThat = (name: string, state: RegExp): Shot =>
  page(name, everything, follow(state), at(/cases\/[0-9a-f]{8}-/), headed(/./));

export const caseShots: readonly Shot[] = [
  page("cases", "/doctor/cases"),
  page("cases-practice", everything),
  page("cases-at-lab", "/doctor/cases?show=at_lab"),
  page("cases-closed", "/doctor/cases?show=closed"),
  page("cases-found", "/doctor/cases?q=a"),
  page("cases-nobody-found", "/doctor/cases?q=zzzz"),
  page("case-new", "/doctor/cases/new"),
  page("case-new-find", "/doctor/cases/new", fill("Patient", "li"), (shown) =>
    shown.getByRole("option").first().waitFor(),
  ),
  page("case-new-lab", "/doctor/cases/new?patient={patient}", (shown) =>
    shown.getByRole("radio").last().check(),
  ),
  caseThat("case-draft", /Draft/),
  caseThat("case-held", /Waits for a sign-in/),
  caseThat("case-not-sent", /Not sent/),
  caseThat("case-records-wanted", /Records wanted/),
  caseThat("case-plan", /Plan to decide/),
  caseThat("case-shipped", /Shipped/),
  caseThat("case-ready-to-start", /Ready to start/),
  caseThat("case-in-treatment", /In treatment/),
];
