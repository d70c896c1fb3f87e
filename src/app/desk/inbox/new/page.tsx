import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { WriteToPatient } from "@/features/messages/compose/write-to-patient";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.new");
  return { title: words("title") };
}

/** The practice’s team writes first. */
export default async function WriteToPatientPage({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams;
  const path = `/desk/inbox/new?patient=${encodeURIComponent(String(asked.patient ?? ""))}`;
  const admitted = await clinicPage(path, "staff", "admin");
  return <WriteToPatient {...admitted} asked={asked} base="/desk/inbox" />;
}
