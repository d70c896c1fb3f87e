import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageTitle, Stack } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { NewCase } from "@/features/cases/components/new-case";
import { OfWhom } from "@/features/cases/components/of-whom";
import { daysUntil } from "@/features/lab-connection/components/moment";
import { ownLabs } from "@/features/lab-connection/queries";
import type { Integration } from "@/features/lab-connection/schema";
import { addressee } from "@/features/messages/compose/addressee";
import { paletteWordKeys } from "@/features/records/components/palette-words";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { CasesUnderWay } from "./_components/cases-under-way";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("cases.new");
  return { title: words("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Begins a case: `?patient=` says of whom. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const { patient } = await searchParams;
  const patientId = typeof patient === "string" ? patient : "";
  const path = `/doctor/cases/new?patient=${encodeURIComponent(patientId)}`;
  const { services, actor } = await clinicPage(path, "orthodontist");
  const [words, find, language] = await Promise.all([
    getTranslations("cases.new"),
    getTranslations("records.palette"),
    getLocale(),
  ]);
  if (patientId === "")
    return (
      <div className="max-w-160">
        <Stack gap={6}>
          <PageTitle lead={words("who")} title={words("title")} />
          <OfWhom language={language} words={pickWords((key) => find.raw(key), paletteWordKeys)} />
        </Stack>
      </div>
    );
  const [to, labs, all, due] = await Promise.all([
    addressee(services, actor, patientId),
    ownLabs(services, actor),
    getTranslations("cases"),
    getTranslations("labConnection.notices"),
  ]);
  if (to === null) notFound();
  const reading = { zone: actor.zone, now: services.now.toString(), language, zoneName: "" };
  const dueText = ({ dueReason, dueAt, daysWithoutScan }: Integration["notices"][number]) =>
    due(dueReason, { days: Math.max(0, daysUntil(dueAt, reading)), idle: daysWithoutScan });
  return (
    <div className="max-w-160">
      <Stack gap={6}>
        <PageTitle
          title={<span className="wrap-anywhere">{words("of", { patient: to.name })}</span>}
        />
        <CasesUnderWay actor={actor} patientId={patientId} services={services} />
        {labs.length === 0 ? (
          <EmptyState
            action={<ButtonLink href="/doctor/integrations">{words("integrations")}</ButtonLink>}
            title={words("noLabTitle")}
          >
            {words("noLab")}
          </EmptyState>
        ) : (
          <NewCase
            labs={labs.map(({ id, name, state, canSend, notices }) => ({
              id,
              name,
              state,
              warning:
                state === "disabled" || (canSend && notices.length === 0)
                  ? null
                  : {
                      title: words(canSend ? "dueTitle" : "warnTitle", { lab: name }),
                      text: canSend ? notices.map(dueText).join(" ") : words("warn"),
                    },
            }))}
            patientId={patientId.toLowerCase()}
            words={all.raw("new")}
          />
        )}
      </Stack>
    </div>
  );
}
