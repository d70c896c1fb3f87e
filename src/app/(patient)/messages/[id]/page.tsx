import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PageTitle } from "@/components/layout";
import type { PatientActor } from "@/features/access/actors";
import { type Admitted, patientPage } from "@/features/access/page-gates";
import { AboutChip } from "@/features/messages/about/about-chip";
import { patientAboutHref } from "@/features/messages/about/about-hrefs";
import { ConversationSkeleton } from "@/features/messages/components/conversation-skeleton";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { threadWords } from "@/features/messages/components/words";
import { Conversation } from "@/features/messages/conversation/conversation";
import { hereOf } from "@/features/messages/here";
import { maySend } from "@/features/messages/may-write";
import { expectations, keptDraft } from "@/features/messages/queries";
import { readConversation } from "@/features/messages/read-conversation";
import { threadParams } from "@/features/messages/schema";
import { foundPlaceParts, readFoundPlace } from "@/features/messages/search/found-place";
import { threadHeading } from "@/features/messages/thread-heading";
import { ThreadProblem } from "@/features/problems/components/thread-problem";
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
  const { services, actor } = await patientPage(`/messages/${id}`, props.searchParams);
  const search = await props.searchParams;
  const { patient } = search;
  const { query, at } = readFoundPlace(search);
  const list = ["/messages", ...foundPlaceParts({ query, at: undefined })].join("?");
  const named = typeof patient === "string" ? patient : undefined;
  const [heading, expected, words] = await Promise.all([
    threadHeading(services, actor, id),
    expectations(services, actor),
    getTranslations("messages.conversation"),
  ]);
  if (heading === null) notFound();
  return (
    <div className="flex grow flex-col gap-5">
      <Link className="flex min-h-11 w-fit items-center gap-2 link" href={withPatient(list, named)}>
        <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        {words("back")}
      </Link>
      <PageTitle
        title={
          <span className="[overflow-wrap:anywhere]" dir="auto">
            {heading.subject}
          </span>
        }
      />
      <p className="text-muted">{words(heading.withStaff ? "readersWithStaff" : "readers")}</p>
      <AboutChip about={heading.about} hrefOf={patientAboutHref(named)} zone={actor.zone} />
      <ThreadProblem actor={actor} patientId={actor.patientId} services={services} threadId={id} />
      <ExpectationsNote expected={expected} />
      <Suspense fallback={<ConversationSkeleton />}>
        <Messages actor={actor} at={at} id={id} named={named} services={services} />
      </Suspense>
    </div>
  );
}

type MessagesProps = Admitted<PatientActor> & {
  id: string;
  at: number | undefined;
  named: string | undefined;
};

async function Messages({ services, actor, id, at, named }: MessagesProps) {
  const [found, draft, words, here, canWrite] = await Promise.all([
    readConversation(services, actor, { id, at, atUnread: true }),
    keptDraft(services, actor, { threadId: id }),
    threadWords(),
    hereOf(services, actor),
    maySend(services, actor),
  ]);
  // Threads are never deleted; the page has seen it a moment ago.
  if (!found.ok) notFound();
  return (
    <Conversation
      at={at}
      canWrite={canWrite}
      draft={draft}
      here={here}
      initial={found.value}
      key={`${id} ${at}`}
      loginHref={`/login?next=${encodeURIComponent(withPatient(`/messages/${id}`, named))}`}
      side="patient"
      words={words}
    />
  );
}
