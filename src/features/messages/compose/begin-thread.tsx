import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { pickWords } from "@/lib/pick-words";
import { askedSubject } from "@/lib/tell-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { aboutWords } from "../about/about-words";
import { findAbout } from "../about/find-about";
import { askedAbout } from "../about/schema";
import { threadWords } from "../components/words";
import { keptDraft } from "../queries";
import type { ThreadMember } from "../thread-member";
import { NewThread } from "./new-thread";

type Asked = string | string[] | undefined;

type BeginThreadProps = {
  services: Services;
  actor: ThreadMember;
  patientId: string;
  /** What the address asks for: a subject, or a visit or stage. */
  asked: { readonly subject?: Asked; readonly about?: Asked };
  /** Where a thread is read; `{id}` stands for it. */
  href: string;
};

/** The form of a new thread, and before it the one about the same visit or stage that is there already (R37). */
export async function BeginThread({ services, actor, patientId, asked, href }: BeginThreadProps) {
  const [draft, found, words, its, { composer, picker, templates }, language] = await Promise.all([
    keptDraft(services, actor, { patientId }),
    findAbout(services, actor, patientId, askedAbout(asked.about)),
    getTranslations("messages.new"),
    getTranslations("messages.about"),
    threadWords(),
    getLocale(),
  ]);
  const said = found && (await aboutWords(found.about, { zone: actor.zone, language }));
  const subject = askedSubject(asked.subject) || (said?.name ?? "");
  // What was begun about something else is never mixed with this: it comes first.
  const isOther = draft.body !== "" && draft.subject !== "" && draft.subject !== subject;
  const about = found && said && !isOther ? { ...found.about, ...said } : null;
  return (
    <Stack gap={6}>
      {found?.threadId && (
        <Notice
          action={
            <ButtonLink href={href.replace("{id}", found.threadId)} kind="secondary" small>
              {its("open")}
            </ButtonLink>
          }
        >
          {its("asked")}
        </Notice>
      )}
      <Card>
        {subject !== "" && isOther && (
          <div className="mb-6">
            <Notice>{words("begun", { about: subject })}</Notice>
          </div>
        )}
        <NewThread
          about={
            about
              ? { kind: about.kind, id: about.id, label: about.label, takeOff: its("takeOff") }
              : undefined
          }
          draft={subject === "" || isOther ? draft : { ...draft, subject }}
          href={href}
          patientId={patientId}
          words={{
            form: {
              ...pickWords(words, ["subject", "send"]),
              subjectHint: words(actor.kind === "clinic" ? "subjectHintPractice" : "subjectHint"),
            },
            composer,
            picker,
            ...(actor.kind === "clinic" && { templates }),
          }}
        />
      </Card>
    </Stack>
  );
}
