import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Suspense } from "react";
import { homeOf, isPatientRole, type PatientActor } from "@/features/access/actors";
import { PatientFrame } from "@/features/access/components/patient-frame";
import { type Admitted, patientPage } from "@/features/access/page-gates";
import { pageVisit } from "@/features/access/page-visit";
import { patientFrameFacts } from "@/features/access/patient-frame-facts";
import { PatientHomeView } from "@/features/treatment/components/patient-home-view";
import { type PatientHome, patientHome } from "@/features/treatment/queries";
import type { PageSearch } from "@/lib/page-search";
import { soon } from "@/lib/soon";
import { getTranslations } from "@/lib/translations";
import { type Language, languageFor } from "@/lib/words";
import { FrontPage } from "./_components/front-page";
import { HomeSkeleton } from "./_components/home-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const { session } = await pageVisit();
  if (session === null) return {};
  const words = await getTranslations("home");
  // The layout's template does not reach the page beside it.
  return { title: `${words("title")} · Archway` };
}

/** `/`: the practice's front page for visitors, home for patients; others are sent to their area. */
export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  const { session } = await pageVisit();
  if (session === null) return <FrontPage />;
  if (!isPatientRole(session.role)) redirect(homeOf(session.role));
  const admitted = await patientPage("/", searchParams);
  const { patient } = await searchParams;
  // Asked for before the frame asks for its own: both are read side by side. A failure is met where it is awaited.
  const asked = patientHome(admitted.services, admitted.actor);
  asked.catch(() => {});
  const named = patient === undefined ? undefined : admitted.actor.patientId;
  const { services, actor } = admitted;
  const facts = patientFrameFacts(services, actor);
  facts.catch(() => {});
  const home = await soon(asked, SOON_MS);
  const seen = { actor, named, language: languageFor(await getLocale()) };
  // Called, not rendered: a component that waits is sent and put in place for itself.
  return PatientFrame({
    services,
    session: actor,
    facts,
    children: (
      <Suspense fallback={home === undefined && <HomeSkeleton />}>
        {home === undefined ? <LateHome {...seen} asked={asked} /> : viewOf(home, seen)}
      </Suspense>
    ),
  });
}

/** A stand-in that is swapped at once costs more than it tells: only what takes longer is announced by its shape. */
const SOON_MS = 60;

type Seen = Pick<Admitted<PatientActor>, "actor"> & {
  named: string | undefined;
  language: Language;
};

async function LateHome({ asked, ...seen }: Seen & { asked: Promise<PatientHome> }) {
  return viewOf(await asked, seen);
}

function viewOf(home: PatientHome, { actor, named, language }: Seen) {
  return (
    <PatientHomeView
      home={home}
      language={language}
      named={named}
      patientId={actor.patientId}
      zone={actor.zone}
    />
  );
}
