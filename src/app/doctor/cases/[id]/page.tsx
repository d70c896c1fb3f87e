import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { clinicPage } from "@/features/access/page-gates";
import { readCase } from "@/features/cases/read-case";
import { getTranslations } from "@/lib/translations";
import { CaseContent } from "./_components/case-content";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("case");
  return { title: words("pageTitle") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A case: written in steps while it is a draft, followed and decided after that (R41, R48). */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const admitted = await clinicPage(`/doctor/cases/${id}`, "orthodontist");
  const found = uuid.test(id)
    ? await readCase(admitted.services, admitted.actor, { id: id.toLowerCase() })
    : null;
  // Before anything is sent, so that a missing one answers 404.
  if (!found?.ok) notFound();
  return <CaseContent {...admitted} shown={found.value} />;
}
