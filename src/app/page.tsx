import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { homeOf, isPatientRole, type PatientActor } from "@/features/access/actors";
import { PatientFrame } from "@/features/access/components/patient-frame";
import { type Admitted, patientPage } from "@/features/access/page-gates";
import { pageVisit } from "@/features/access/page-visit";
import { PatientHomeView } from "@/features/treatment/components/patient-home-view";
import { type PatientHome, patientHome } from "@/features/treatment/queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
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
  const home = patientHome(admitted.services, admitted.actor);
  home.catch(() => {});
  return (
    <PatientFrame services={admitted.services} session={admitted.actor}>
      <Suspense fallback={<HomeSkeleton />}>
        <Home
          actor={admitted.actor}
          asked={home}
          named={patient === undefined ? undefined : admitted.actor.patientId}
        />
      </Suspense>
    </PatientFrame>
  );
}

type HomeProps = Pick<Admitted<PatientActor>, "actor"> & {
  asked: Promise<PatientHome>;
  named: string | undefined;
};

async function Home({ actor, asked, named }: HomeProps) {
  const home = await asked;
  return (
    <PatientHomeView home={home} named={named} patientId={actor.patientId} zone={actor.zone} />
  );
}
