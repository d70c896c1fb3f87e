import { type Shot, type Step, shotsOf } from "../shot";
import { at, fill, follow, headed, press, refused, unfolded } from "../steps";

const page = shotsOf("visitor");
const triesBeforeLock = 6;
/** A token of the right shape that was never given out. */
const unknownToken = "A".repeat(43);

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
const typedName = [fill("First name", "Robin"), fill("Last name", "Sample"), press("Next")];
const typedBirth = [
  ...typedName,
  fill("Day", "9"),
  fill("Month", "3"),
  fill("Year", "1990"),
  press("Next"),
];
const typedEmail = [...typedBirth, fill("E-mail", "robin.sample@example.org"), press("Next")];
const typedAll = [
  ...typedEmail,
  fill("Mobile number", "+46 70 174 06 98"),
  press("Next"),
  headed("Is this right?"),
];
const sentCode = [...typedAll, press("Yes, send the code"), headed("Enter the code")];

/** What everybody sees without a login. */
export const visitorShots: readonly Shot[] = [
  page("front", "/"),
  page("login", "/login"),
  page("login-empty", "/login", press("Login"), refused),
  page(
    "login-wrong",
    "/login",
    fill("Login name", "somebody.else"),
    fill("Password", "not the right words"),
    press("Login"),
    refused,
  ),
  page("login-locked", "/login", locked),
  page("login-after-idle", "/login?idle=30"),
  page("login-deleted", "/login-deleted"),
  page("register", "/register"),
  page("register-unknown-practice", "/register?practice=nosuch"),
  page("register-birth", "/register", ...typedName),
  page("register-email", "/register", ...typedBirth),
  page("register-mobile", "/register", ...typedEmail),
  page("register-confirm", "/register", ...typedAll),
  page("register-code", "/register", ...sentCode),
  page("register-correct", "/register", ...sentCode, follow(/^Correct the number/), at(/again=1/)),
  page("register-over", "/register/over"),
  page("forgot-password", "/forgot-password"),
  page(
    "forgot-password-sent",
    "/forgot-password",
    fill("E-mail address", "somebody.with.a.long.address@mail.example.org"),
    press("Send the link"),
    headed("Check your mail"),
  ),
  page("reset-password-expired", `/reset-password?token=${unknownToken}`),
  page("set-up-used", `/set-up/${unknownToken}`),
  page("confirm-email-expired", `/confirm-email?token=${unknownToken}`),
  page("undo-email-link-unknown", "/undo-email-change?token=x"),
  page("link-expired", `/link/${unknownToken}`),
  page("visit-unknown", `/visit/${unknownToken}`),
  page("help", "/help"),
  page("help-unfolded", "/help", unfolded),
  page("not-found", "/nowhere"),
];
