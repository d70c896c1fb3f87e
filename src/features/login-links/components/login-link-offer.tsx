import { pageVisit } from "@/features/access/page-visit";
import { practiceById } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import { getTranslations } from "@/lib/translations";
import { LoginLinkDialog } from "./login-link-dialog";
import { loginLinkDialogWords } from "./login-link-words";

type LoginLinkOfferProps = {
  patientId: string;
  firstName: string;
  isRegistered: boolean;
  hasEmail: boolean;
  /** In a list of links: a small button that names the patient to those who hear it out of its row. */
  again?: { readonly patientName: string };
  /** Beside something that matters more. */
  isLesser?: boolean;
};

/** R7, R52: staff and orthodontists make a login link, and read whom the patient calls when it does not help. */
export async function LoginLinkOffer(props: LoginLinkOfferProps) {
  const { patientId, firstName, isRegistered, hasEmail, again, isLesser } = props;
  const [{ services, session }, words] = await Promise.all([
    pageVisit(),
    getTranslations("loginLinks.dialog"),
  ]);
  if (!session) return null;
  const practice = await practiceById(services, session.practiceId);
  const support = practice ? formatPhone(practice.supportPhone) : session.practiceName;
  return (
    <LoginLinkDialog
      {...(again && {
        opener: {
          kind: "secondary",
          label: words("openAgain"),
          name: words("openAgainFor", { name: again.patientName }),
        },
      })}
      {...(isLesser && { opener: { kind: "secondary", label: words("open") } })}
      hasEmail={hasEmail}
      isRegistered={isRegistered}
      name={firstName}
      patientId={patientId}
      words={loginLinkDialogWords(words, firstName, support)}
      zone={session.zone}
    />
  );
}
