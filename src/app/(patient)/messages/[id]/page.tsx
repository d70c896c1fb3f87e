import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageTitle } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { Conversation } from "@/features/messages/components/conversation";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { threadWords } from "@/features/messages/components/words";
import { hereOf } from "@/features/messages/here";
import { maySend } from "@/features/messages/may-write";
import { expectations, keptDraft } from "@/features/messages/queries";
import { readConversation } from "@/features/messages/read-conversation";
import { threadParams } from "@/features/messages/schema";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.list");
  return { title: words("title") };
}

export default async function ThreadPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Search;
}) {
  const asked = threadParams.safeParse(await props.params);
  if (!asked.success) notFound();
  const { id } = asked.data;
  const here = `/messages/${id}`;
  const { services, actor } = await patientPage(here, props.searchParams);
  const { patient } = await props.searchParams;
  const named = typeof patient === "string" ? patient : undefined;
  const [found, draft, expected, words, pageWords, where, canWrite] = await Promise.all([
    readConversation(services, actor, { id }),
    keptDraft(services, actor, { threadId: id }),
    expectations(services, actor),
    getTranslations("messages.conversation"),
    threadWords(),
    hereOf(services, actor),
    maySend(services, actor),
  ]);
  if (!found.ok) notFound();
  const { thread } = found.value;
  return (
    <div className="flex grow flex-col gap-5">
      <Link
        className="flex min-h-11 w-fit items-center gap-2 link"
        href={withPatient("/messages", named)}
      >
        <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        {words("back")}
      </Link>
      <PageTitle
        title={
          <span className="[overflow-wrap:anywhere]" dir="auto">
            {thread.subject}
          </span>
        }
      />
      <p className="text-muted">{words(thread.withStaff ? "readersWithStaff" : "readers")}</p>
      <ExpectationsNote expected={expected} />
      <Conversation
        canWrite={canWrite}
        draft={draft.body}
        here={where}
        initial={found.value}
        key={id}
        loginHref={`/login?next=${encodeURIComponent(withPatient(here, named))}`}
        side="patient"
        words={pageWords}
      />
    </div>
  );
}
