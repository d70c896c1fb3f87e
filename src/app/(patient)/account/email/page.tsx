import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { signedInPage } from "@/features/access/page-gates";
import { emailKeys } from "@/features/account/components/contact-words";
import { EmailSettings } from "@/features/account/components/email-settings";
import { Present } from "@/features/account/components/present";
import { SectionTitle } from "@/features/account/components/section-title";
import { pendingEmail } from "@/features/account/pending-email";
import { ownContact } from "@/features/account/queries";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.email");
  return { title: words("title") };
}

/** The address mail goes to, and the change of it (R17, S8). */
export default async function EmailPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/email", searchParams);
  const [words, language, contact, pending] = await Promise.all([
    getTranslations("account.email"),
    getLocale(),
    ownContact(services, actor),
    pendingEmail(services, actor),
  ]);
  const until = pending?.expiresAt.toString() ?? "";
  const { unconfirmedEmail } = contact;
  const unconfirmed =
    unconfirmedEmail === null
      ? null
      : {
          email: unconfirmedEmail,
          title: words("unconfirmedTitle", { email: unconfirmedEmail }),
          text: words("unconfirmedText"),
        };
  return (
    <>
      <SectionTitle lead={words("lead")} title={words("title")} />
      <Present label={words("present")}>{contact.email ?? words("none")}</Present>
      <EmailSettings
        pending={
          pending && {
            email: pending.email,
            title: words(pending.email === unconfirmedEmail ? "unconfirmedTitle" : "pendingTitle", {
              email: pending.email,
            }),
            text: words("pendingText", {
              day: formatInstantDay(until, actor.zone, language),
              time: formatInstantTime(until, actor.zone, language),
            }),
          }
        }
        present={contact.email}
        unconfirmed={unconfirmed}
        words={pickWords(words, emailKeys)}
      />
    </>
  );
}
