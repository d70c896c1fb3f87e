import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, PageTitle, Stack } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { NewThread } from "@/features/messages/components/new-thread";
import { threadWords } from "@/features/messages/components/words";
import { keptDraft, patientName } from "@/features/messages/queries";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.new");
  return { title: words("title") };
}

/** The orthodontist writes first: `?patient=` says to whom. */
export default async function WriteToPatientPage({ searchParams }: { searchParams: Search }) {
  const { patient } = await searchParams;
  const patientId = typeof patient === "string" ? patient : "";
  const path = `/doctor/inbox/new?patient=${encodeURIComponent(patientId)}`;
  const { services, actor } = await clinicPage(path, "orthodontist");
  const name = await patientName(services, actor, patientId);
  if (name === null) notFound();
  const [draft, words, inbox, { composer, picker }] = await Promise.all([
    keptDraft(services, actor, { patientId }),
    getTranslations("messages.new"),
    getTranslations("messages.inbox"),
    threadWords(),
  ]);
  return (
    <div className="max-w-160">
      <Stack gap={6}>
        <PageTitle title={inbox("newTitle", { patient: name })} />
        <Card>
          <NewThread
            draft={draft}
            href="/doctor/inbox?show=all&whose=all&thread={id}"
            patientId={patientId}
            words={{ form: pickWords(words, ["subject", "subjectHint", "send"]), composer, picker }}
          />
        </Card>
      </Stack>
    </div>
  );
}
