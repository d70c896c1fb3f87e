import { describe, expect, it } from "vitest";
import { linkFor } from "@/features/notifications/link-for";
import { mailContent } from "@/features/notifications/mail-content";
import { renderMail } from "@/features/notifications/mails/render-mail";
import { mailPurposes, smsPurposes } from "@/features/notifications/purposes";
import { plainName, textBody } from "@/features/notifications/text-body";
import { languages, wordsOf } from "@/lib/words";
import { countSegments } from "@/simulators/phone-network/segments";

const env = { appUrl: "https://portal.example.com" };
const token = "t".repeat(43);
const birthDates = ["1990-04-02", "02/04/1990", "2 April 1990"];
const patientPhone = "+46701740605";
const practice = {
  name: "Elm Street Orthodontics",
  zone: "Europe/Stockholm",
  supportPhone: "+442079460000",
  supportEmail: "help@elm.example.com",
  mailFrom: "portal@elm.example.com",
  accentColour: "#7A2E8E",
};
const values = {
  loginName: "robin.1",
  loginNames: "robin.1",
  startsAt: "2027-03-09T09:40:00Z",
  previousStartsAt: "2027-03-08T08:00:00Z",
  // A careless caller: nothing of it may show.
  dateOfBirth: birthDates[0] ?? "",
  mobile: patientPhone,
  body: "My tooth hurts",
};
const withToken = new Set([
  "registration_email",
  "password_reset",
  "login_link",
  "email_change",
  "email_change_begun",
  "email_changed",
  "visit_reminder",
  "visit_reminder_confirmed",
]);
/** Texts that carry neither code nor link. */
const notices = new Set<string>([
  "mobile_changed",
  "mobile_changed_by_practice",
  "earlier_time",
  "change_before",
  "change_day",
  "change_late",
  "new_message",
]);
const clinical = /aligner|tooth|teeth|tray|treatment|diagnos|retainer|attachment|orthodontist\b/i;

function factsOf(purpose: (typeof mailPurposes)[number], language: string) {
  return { purpose, language, values, secret: withToken.has(purpose) ? token : null, practice };
}

describe.each(languages)("mails in %s", (language) => {
  describe.each(mailPurposes)("%s", (purpose) => {
    it("has words, an address of ours, and the same words in both parts", async () => {
      const facts = factsOf(purpose, language);
      const { subject, text, html } = await renderMail(env, facts);
      const content = mailContent(env, facts);
      expect(subject.length).toBeGreaterThan(5);
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
      const readable = html.replace(/<!-- -->/g, "").replaceAll("&#x27;", "'");
      for (const said of [content.heading, ...content.paragraphs, ...content.after]) {
        expect(text).toContain(said);
        expect(readable).toContain(said);
      }
      for (const { href } of content.actions) {
        expect(href.startsWith(`${env.appUrl}/`)).toBe(true);
        expect(text).toContain(href);
      }
      expect(content.actions[0]?.href.includes(token)).toBe(withToken.has(purpose));
    });

    it("S23: carries no birth date, phone of the patient, message or clinical word", async () => {
      const { subject, text, html } = await renderMail(env, factsOf(purpose, language));
      const all = `${subject}\n${text}\n${html}`;
      for (const secret of [...birthDates, patientPhone, "My tooth hurts"]) {
        expect(all).not.toContain(secret);
      }
      const words = text.replaceAll(practice.name, "").replaceAll(env.appUrl, "");
      expect(words).not.toMatch(clinical);
      expect(words).not.toMatch(/please|oops|!/i);
    });

    it("fetches nothing from elsewhere", async () => {
      const { html } = await renderMail(env, factsOf(purpose, language));
      expect(html).not.toMatch(/<img|<link|<script|url\(|@import/i);
      expect(html).toContain('name="color-scheme"');
    });
  });

  it("every block of words belongs to a purpose", () => {
    const { mails, texts } = wordsOf(language);
    expect(Object.keys(mails ?? {}).toSorted()).toEqual([...mailPurposes, "frame"].toSorted());
    expect(Object.keys(texts ?? {}).toSorted()).toEqual([...smsPurposes].toSorted());
  });

  it.each(smsPurposes)("the text %s fits one segment and names the practice", (purpose) => {
    const carried = withToken.has(purpose) ? token : "493817";
    const secret = notices.has(purpose) ? null : carried;
    const body = textBody(env, {
      purpose,
      language,
      values: { startsAt: values.startsAt },
      secret,
      practiceName: practice.name,
      zone: practice.zone,
    });
    expect(body).toContain(practice.name);
    if (secret !== null) expect(body).toContain(secret);
    expect(countSegments(body)).toBe(1);
    expect(body.includes("Never share")).toBe(secret !== null && carried !== token);
  });
});

describe("the words of a mail", () => {
  it("say days and times of a visit in the practice's zone, and name the zone", () => {
    const { fact, paragraphs } = mailContent(env, factsOf("appointment_rescheduled", "en"));
    expect(fact).toBe("Tuesday 9 March, 10:40");
    expect(paragraphs.join(" ")).toContain("Central European");
    expect(paragraphs.join(" ")).toContain("Monday 8 March, 09:00");
  });

  it("leave out what was not given", () => {
    const facts = { ...factsOf("login_link", "en"), values: {} };
    expect(mailContent(env, facts).paragraphs).toHaveLength(1);
  });

  it("S7: list every login that shares the address, each with its own link", async () => {
    const facts = {
      ...factsOf("password_reset", "en"),
      values: { loginNames: "robin.1 alex.2" },
      secret: `${"a".repeat(43)} ${"b".repeat(43)}`,
    };
    const { text } = await renderMail(env, facts);
    expect(text).toContain(
      `Reset Password of robin.1:\n${env.appUrl}/reset-password?token=${"a".repeat(43)}`,
    );
    expect(text).toContain(
      `Reset Password of alex.2:\n${env.appUrl}/reset-password?token=${"b".repeat(43)}`,
    );
  });

  it("lead to our own pages alone", () => {
    expect(linkFor(env, "new_message", { page: "/doctor/inbox" })).toBe(
      `${env.appUrl}/doctor/inbox`,
    );
    expect(linkFor(env, "new_message", { page: "//evil.example" })).toBe(`${env.appUrl}/messages`);
    expect(() => linkFor(env, "new_message", { token })).toThrow();
  });

  it("texts name the practice in letters that cost no second segment", () => {
    expect(plainName("Ćwik & Sønner “Smile”")).toBe("Cwik & Sønner Smile");
    expect(plainName("Smile`s [Best]")).toBe("Smiles (Best)");
    expect(plainName("微笑")).toBe("Portal");
    expect(plainName("A".repeat(80))).toHaveLength(40);
  });
});
