import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

/** A portal whose `messages/` has a second language: English, but for a few words. */
const home = process.cwd();
const portal = mkdtempSync(join(tmpdir(), "archway-language-"));
cpSync(join(home, "messages", "en"), join(portal, "messages", "en"), { recursive: true });
cpSync(join(home, "messages", "en"), join(portal, "messages", "es"), { recursive: true });
for (const [file, from, to] of [
  ["access", "Login name and password do not match.", "No coinciden."],
  ["mails", "Your password was changed", "Tu contraseña ha cambiado"],
  ["calendar", "Visit at {practice}", "Cita en {practice}"],
] as const) {
  const path = join(portal, "messages", "es", `${file}.json`);
  const words = readFileSync(path, "utf8");
  if (!words.includes(from)) throw new Error(`${file} says something else now`);
  writeFileSync(path, words.replaceAll(from, to));
}
process.chdir(portal);
// What lists the languages is read from here on.
const { openWorld } = await import("../../support/world");
const { password, registeredPatient } = await import("../access/people");
const { openBrowser, sentSecrets } = await import("../access/browser");
const { browserOf } = await import("./browser-of");
const { POST: changeLanguage } = await import("@/app/api/account/language/route");
const { languageName, languages } = await import("@/lib/words");
const { sentence } = await import("@/lib/sentence");
const { bookAppointment } = await import("@/features/appointments/book-appointment");
const { visitFile } = await import("@/features/calendar/visit-file");
const { bookingScene } = await import("../../support/appointments-world");

process.chdir(home);
const world = await openWorld();
afterAll(() => rmSync(portal, { recursive: true }));

it("R17: a second folder of words is a second language, under its own name", () => {
  expect(languages.map(languageName)).toEqual(["English", "Español"]);
  expect(sentence("es-MX", "access.refusals.wrong_login")).toMatch(/^No coinciden/);
});

it("R17: chosen in one browser, it holds there at once, for mails, and after the next login", async () => {
  const robin = await registeredPatient(world);
  const here = await browserOf(world, robin);
  const chosen = await here.send(changeLanguage, { body: { language: "es" } });
  expect([chosen.status, chosen.body]).toEqual([200, { language: "es" }]);
  expect(here.jar.get("archway-language")).toBe("es");
  expect((await here.password(robin.loginName, "wrong")).body.error.message).toMatch(
    /^No coinciden/,
  );
  const { language } = await world.db.prisma.person.findUniqueOrThrow({
    where: { id: robin.personId },
  });
  expect(sentence(language, "mails.password_changed.subject")).toBe("Tu contraseña ha cambiado");

  const elsewhere = openBrowser(world);
  expect((await elsewhere.password(robin.loginName, "wrong")).body.error.message).toMatch(
    /^Login name/,
  );
  await elsewhere.password(robin.loginName, password);
  await elsewhere.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
  expect(elsewhere.jar.get("archway-language")).toBe("es");
});

it("R17, R34: a visit's calendar file speaks the language that was chosen", async () => {
  const { services, mine, wish } = await bookingScene(world);
  const booked = await bookAppointment(services, mine, wish("10:00"));
  const id = booked.ok ? booked.value.id : "";
  const asked = (cookie: string) =>
    new Request("http://localhost:3000/", { headers: { cookie, "accept-language": "en" } });
  const contentOf = async (cookie: string) => {
    const file = await visitFile(services, mine, { id }, asked(cookie));
    return file.ok ? file.value.content : file.reason;
  };
  expect(await contentOf("archway-language=es")).toContain("SUMMARY:Cita en");
  expect(await contentOf("")).toContain("SUMMARY:Visit at");
});

it("R17: a language without a folder is refused at the field", async () => {
  const here = await browserOf(world, await registeredPatient(world));
  const answer = await here.send(changeLanguage, { body: { language: "ar" } });
  expect(answer.status).toBe(422);
  expect(answer.body.error.fields).toHaveProperty("language");
  expect(here.jar.has("archway-language")).toBe(false);
});
