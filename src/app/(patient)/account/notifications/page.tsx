import { Check } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Card, Section } from "@/components/layout";
import { signedInPage } from "@/features/access/page-gates";
import { NotificationForm } from "@/features/account/components/notification-form";
import { SectionTitle } from "@/features/account/components/section-title";
import { notificationChoices } from "@/features/account/notification-choices";
import { Devices } from "@/features/account/push/components/devices";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.notifications");
  return { title: words("title") };
}

/** What one is told and how, per child for guardians; what is always sent, and why (R17). */
export default async function NotificationsPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/notifications", searchParams);
  const [words, choices] = await Promise.all([
    getTranslations("account.notifications"),
    notificationChoices(services, actor),
  ]);
  const required = ["visits", "login"];
  const shownRequired = choices.some(({ patientId }) => patientId !== null)
    ? required
    : required.slice(1);
  return (
    <>
      <SectionTitle lead={words("lead")} title={words("title")} />
      {choices.map(({ patientId, patientName, topics }) => (
        <About
          key={patientId}
          name={choices.length === 1 ? null : (patientName ?? "")}
          patientId={patientId}
        >
          <NotificationForm
            lines={topics.map((line) => ({
              ...line,
              patientId,
              label: words(`topics.${line.topic}`),
              hint: words(`topicHints.${line.topic}`),
            }))}
            words={pickWords(words, [
              "byMail",
              "byText",
              "onDevice",
              "allThreads",
              "allThreadsHint",
              "saved",
            ])}
          />
        </About>
      ))}
      <Devices actor={actor} services={services} />
      <Section id="always" title={words("requiredTitle")}>
        <Card tone="sunken">
          <ul className="flex flex-col gap-3">
            {shownRequired.map((topic) => (
              <li className="flex gap-3" key={topic}>
                <Check aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
                {words(`required.${topic}`)}
              </li>
            ))}
          </ul>
        </Card>
      </Section>
    </>
  );
}

type AboutProps = { name: string | null; patientId: string | null; children: ReactNode };

/** Under a child's name where there is more than one person to be told about. */
async function About({ name, patientId, children }: AboutProps) {
  const words = await getTranslations("account.notifications");
  if (name === null) return <Card>{children}</Card>;
  return (
    <Section id={`about-${patientId}`} title={words("about", { name })}>
      <Card>{children}</Card>
    </Section>
  );
}
