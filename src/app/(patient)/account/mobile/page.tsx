import type { Metadata } from "next";
import { PhoneLink } from "@/components/phone-link";
import { isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { shellFacts } from "@/features/access/shell-facts";
import { mobileKeys } from "@/features/account/components/contact-words";
import { MobileSettings } from "@/features/account/components/mobile-settings";
import { Present } from "@/features/account/components/present";
import { SectionTitle } from "@/features/account/components/section-title";
import { mobileCodeState } from "@/features/account/mobile-code";
import { ownContact } from "@/features/account/queries";
import type { PageSearch } from "@/lib/page-search";
import { formatPhone } from "@/lib/phone";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.mobile");
  return { title: words("title") };
}

/** The number login codes go to, and the change of it (R17, S8). */
export default async function MobilePage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/mobile", searchParams);
  const [words, contact, pending, { support }] = await Promise.all([
    getTranslations("account.mobile"),
    ownContact(services, actor),
    mobileCodeState(services, actor),
    shellFacts(services, actor),
  ]);
  return (
    <>
      <SectionTitle
        lead={words(isPatientRole(actor.role) ? "lead" : "leadClinic")}
        title={words("title")}
      />
      <Present label={words("present")}>{contact.mobile ?? words("none")}</Present>
      <MobileSettings
        pending={pending && { ...pending, mobile: formatPhone(pending.mobile) }}
        words={pickWords((key) => words.raw(key), mobileKeys)}
      />
      {support && actor.role !== "admin" && (
        <div className="flex flex-col gap-1 text-muted text-sm">
          <p>{words("lost")}</p>
          <PhoneLink label={words("call")} phone={support.phone} />
        </div>
      )}
    </>
  );
}
