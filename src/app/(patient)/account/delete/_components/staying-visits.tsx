import { Card, Section } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import type { BeforeErasure } from "@/features/erasure/before-erasure";
import { getTranslations } from "@/lib/translations";

type StayingVisitsProps = { facts: BeforeErasure; zone: string; language: string };

/** The visits that nobody cancels with the login, by name. */
export async function StayingVisits({ facts, zone, language }: StayingVisitsProps) {
  const words = await getTranslations("erasure");
  return (
    <Section id="visits" title={words("visitsTitle")}>
      <Card>
        <ul className="flex flex-col gap-2">
          {facts.visits.map(({ id, startsAt, name, of }) => (
            <li className="wrap-anywhere" key={id}>
              <span className="font-semibold">
                <TimeText at={startsAt} language={language} show="dayTime" zone={zone} />
              </span>
              <br />
              {of === null ? name : words("visitOf", { visit: name, name: of })}
            </li>
          ))}
        </ul>
        <p className="mt-4 text-muted">{words("visitsText", { phone: facts.phone })}</p>
      </Card>
    </Section>
  );
}
