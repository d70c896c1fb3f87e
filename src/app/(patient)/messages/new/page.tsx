import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { patientPage } from "@/features/access/page-gates";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { NewThread } from "@/features/messages/components/new-thread";
import { threadWords } from "@/features/messages/components/words";
import { maySend } from "@/features/messages/may-write";
import { expectations, keptDraft } from "@/features/messages/queries";
import { withPatient } from "@/lib/patient-href";
import { pickWords } from "@/lib/pick-words";
import { askedSubject } from "@/lib/tell-href";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.new");
  return { title: words("title") };
}

export default async function NewMessagePage({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await patientPage("/messages/new", searchParams);
  const { patient, subject } = await searchParams;
  const named = typeof patient === "string" ? patient : undefined;
  const [canWrite, draft, expected, words, { composer, picker }] = await Promise.all([
    maySend(services, actor),
    keptDraft(services, actor, { patientId: actor.patientId }),
    expectations(services, actor),
    getTranslations("messages.new"),
    threadWords(),
  ]);
  const about = askedSubject(subject);
  // What was begun about something else is never mixed with this: it comes first.
  const isOther = draft.body !== "" && draft.subject !== "" && draft.subject !== about;
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
        <Card>
          {about !== "" && isOther && (
            <div className="mb-6">
              <Notice>{words("begun", { about })}</Notice>
            </div>
          )}
          <NewThread
            draft={about === "" || isOther ? draft : { ...draft, subject: about }}
            href={withPatient("/messages/{id}", named)}
            patientId={actor.patientId}
            words={{ form: pickWords(words, ["subject", "subjectHint", "send"]), composer, picker }}
          />
        </Card>
      )}
    </Stack>
  );
}
