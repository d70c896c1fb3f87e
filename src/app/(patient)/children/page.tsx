import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import { actingPatients } from "@/features/access/acting-patients";
import { homeOf, isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { pendingChildren, soonGrown } from "@/features/guardians/queries";
import { practiceById } from "@/features/practices/current-practice";
import { formatDay } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import { getTranslations } from "@/lib/translations";
import { ConfirmChild } from "./_components/confirm-child";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("guardians.children");
  return { title: words("metaTitle") };
}

/** R10: a guardian confirms each child's birth date here, and sees whom they act for and until when. */
export default async function ChildrenPage() {
  const { services, actor } = await signedInPage("/children");
  if (!isPatientRole(actor.role)) redirect(homeOf(actor.role));
  const [pending, patients, soon, practice, words, shell] = await Promise.all([
    pendingChildren(services, actor),
    actingPatients(services, actor),
    soonGrown(services, actor),
    practiceById(services, actor.practiceId),
    getTranslations("guardians.children"),
    getTranslations("appointments"),
  ]);
  const name = pending[0]?.firstName ?? "";
  const count = pending.length;
  const phone = practice && formatPhone(practice.supportPhone);
  const call = phone && <PhoneLink label={shell("callPractice")} phone={phone} />;
  return (
    <Stack gap={6}>
      <PageTitle
        lead={count > 0 ? words("leadPending") : patients.length > 0 && words("lead")}
        title={count > 0 ? words("titlePending", { count, name }) : words("title")}
      />
      {pending.map(({ id, firstName, triesLeft }) =>
        triesLeft === 0 ? (
          <Notice
            action={call}
            key={id}
            title={words("stopped", { name: firstName })}
            tone="notice"
          >
            {words("stoppedText", { practice: actor.practiceName })}
          </Notice>
        ) : (
          <Card key={id}>
            <ConfirmChild
              guardianshipId={id}
              words={{
                title: count > 1 ? words("confirmOne", { name: firstName }) : "",
                dateOfBirth: words("dateOfBirth", { name: firstName }),
                dateOfBirthHint: words("dateOfBirthHint"),
                triesLeft: triesLeft < 5 ? words("triesLeft", { count: triesLeft }) : "",
                go: words("go"),
              }}
            />
          </Card>
        ),
      )}
      {soon.map(({ name: who, on }) => (
        <Notice key={who} title={words("soon", { name: who, day: formatDay(on) })}>
          {words("soonText", { name: who, practice: actor.practiceName })}
        </Notice>
      ))}
      {patients.length > 0 ? (
        <Stack gap={3}>
          {count > 0 && <h2 className="font-semibold text-xl">{words("title")}</h2>}
          <Card flush>
            <ul className="divide-y divide-hairline">
              {patients.map((patient) => (
                <li key={patient.id}>
                  <a
                    className="flex min-h-16 items-center gap-3 px-5 py-3 hover:bg-sunken"
                    href={`/?patient=${patient.id}`}
                  >
                    <span className="flex min-w-0 grow flex-col">
                      <span className="wrap-anywhere font-semibold">
                        {patient.isMe ? words("me") : patient.name}
                      </span>
                      {!patient.mayAct && (
                        <span className="text-muted text-sm">{words("viewOnly")}</span>
                      )}
                    </span>
                    <ChevronRight
                      aria-hidden="true"
                      className="size-5 shrink-0 text-muted rtl:rotate-180"
                    />
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </Stack>
      ) : (
        count === 0 && (
          <EmptyState action={call} title={words("nobody")}>
            {words("nobodyText", { practice: actor.practiceName })}
          </EmptyState>
        )
      )}
    </Stack>
  );
}
