import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageTitle, Stack } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { BeginThread } from "@/features/messages/compose/begin-thread";
import { maySend } from "@/features/messages/may-write";
import { expectations } from "@/features/messages/queries";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.new");
  return { title: words("title") };
}

export default async function NewMessagePage({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await patientPage("/messages/new", searchParams);
  const asked = await searchParams;
  const named = typeof asked.patient === "string" ? asked.patient : undefined;
  const [canWrite, expected, words] = await Promise.all([
    maySend(services, actor),
    expectations(services, actor),
    getTranslations("messages.new"),
  ]);
  return (
    <Stack gap={6}>
      <Link
        className="flex min-h-11 w-fit items-center gap-2 link"
        href={withPatient("/messages", named)}
      >
        <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        {words("back")}
      </Link>
      <PageTitle eyebrow={words("to", { practice: actor.practiceName })} title={words("title")} />
      <ExpectationsNote expected={expected} />
      {canWrite && (
        <BeginThread
          actor={actor}
          asked={asked}
          href={withPatient("/messages/{id}", named)}
          patientId={actor.patientId}
          services={services}
        />
      )}
    </Stack>
  );
}
