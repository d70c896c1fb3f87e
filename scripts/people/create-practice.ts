import { type CreatePracticeRefusal, createPractice } from "@/features/practices/create-practice";
import { completed, operatorCommand } from "./command";

const usage = `npm run practice:create -- --short NAME --name "Practice Name" --zone Europe/Berlin \\
  --country DE --phone "+49 30 123456" --email help@practice.example --mail-from portal@practice.example
  [--countries AT,CH] [--language en]

  --short      short name in addresses: 2 to 40 of a-z, 0-9 and hyphen
  --zone       time zone of the practice, as the time zone database names it
  --country    ISO 3166-1 code; numbers without a country code are read by it
  --phone      whom people call when the portal does not help them
  --email      whom they write to
  --mail-from  the sender of the portal's mails
  --countries  further countries whose mobile numbers may register`;

const options = {
  short: { words: "Short name (a-z, 0-9, hyphen)" },
  name: { words: "Name" },
  zone: { words: "Time zone (Europe/Berlin)" },
  country: { words: "Country (ISO code, DE)" },
  phone: { words: "Phone for support" },
  email: { words: "E-mail for support" },
  "mail-from": { words: "Sender of mails" },
  countries: { words: "Further countries", optional: true },
  language: { words: "Language", optional: true },
} as const;

const words: Readonly<Record<CreatePracticeRefusal, string>> = {
  short_name_shape:
    "--short: use 2 to 40 of a-z, 0-9 and hyphen, beginning with a letter or digit.",
  name_length: "--name: use 2 to 100 characters.",
  zone_unknown: "--zone: there is no such time zone. Name it as Europe/Berlin or America/New_York.",
  zone_not_in_database: "--zone: this PostgreSQL does not know that time zone. Name its main city.",
  country_unknown: "--country, --countries: use ISO 3166-1 codes of two letters, such as DE.",
  language_unknown: "--language: there are no words in that language.",
  support_phone_wrong: "--phone: this is no phone number. Write it with its country code.",
  support_email_wrong: "--email: this is no e-mail address.",
  mail_from_wrong: "--mail-from: this is no e-mail address.",
  practice_closed: "--short: a practice of this name was closed. Its name is not given out again.",
};

// `npm run practice:create`: a practice of this installation (S22).
await operatorCommand("practice:create", async (services) => {
  const typed = await completed(usage, options);
  const created = await createPractice(services, {
    shortName: typed.short,
    name: typed.name,
    zone: typed.zone,
    country: typed.country,
    countries: typed.countries.split(",").filter((country) => country.trim() !== ""),
    language: typed.language || "en",
    supportPhone: typed.phone,
    supportEmail: typed.email,
    mailFrom: typed["mail-from"],
  });
  if (!created.ok) throw new Error(words[created.reason]);
  const { shortName, created: isNew } = created.value;
  console.log(
    isNew
      ? `Practice ${shortName} is made. Its first admin: npm run admin:create -- --practice ${shortName}`
      : `Practice ${shortName} exists already. Nothing was changed.`,
  );
});
