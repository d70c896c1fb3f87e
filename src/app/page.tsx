import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { homeOf, isPatientRole } from "@/features/access/actors";
import { PatientFrame } from "@/features/access/components/patient-frame";
import { patientPage } from "@/features/access/page-gates";
import { pageVisit } from "@/features/access/page-visit";
import { PatientHomeView } from "@/features/treatment/components/patient-home-view";
import { patientHome } from "@/features/treatment/queries";
import { FrontPage } from "./_components/front-page";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const { session } = await pageVisit();
  if (session === null) return {};
  const words = await getTranslations("home");
  return { title: words("title") };
}

/** `/`: the practice's front page for visitors, home for patients; others are sent to their area. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const { session } = await pageVisit();
  if (session === null) return <FrontPage />;
  if (!isPatientRole(session.role)) redirect(homeOf(session.role));
  const { services, actor } = await patientPage("/", searchParams);
  const home = await patientHome(services, actor);
  const named = (await searchParams).patient === undefined ? undefined : actor.patientId;
  return (
    <PatientFrame services={services} session={actor}>
      <PatientHomeView home={home} named={named} patientId={actor.patientId} zone={actor.zone} />
    </PatientFrame>
  );
}
