import { Camera } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { dayIn } from "@/features/treatment/load-facts";
import { formatDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { openCheckInOf } from "../own-check-in";
import { AskForPhotos, TakeBackRequest } from "./ask-for-photos";

type PatientCheckInProps = { services: Services; actor: ClinicActor; patientId: string };

/** A day off and a weekend are in it. */
const USUAL_DUE_DAYS = 5;

/** Whether photos are asked for or wait, on the patient's page of the orthodontist; and the way to ask (R24). */
export async function PatientCheckIn({ services, actor, patientId }: PatientCheckInProps) {
  const [open, words, language] = await Promise.all([
    openCheckInOf(services, actor.practiceId, patientId),
    getTranslations("checkIns.clinic"),
    getLocale(),
  ]);
  const usualDueOn = dayIn(actor.zone, services.now).add({ days: USUAL_DUE_DAYS }).toString();
  const dialog = (group: string) => (key: string) => words(`${group}.${key}`);
  const ask = dialog("ask");
  const panel = dialog("panel");
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 p-4 sm:p-4">
      <div className="flex min-w-0 items-center gap-3">
        <Camera aria-hidden="true" className="size-5 shrink-0 text-accent" />
        <div className="flex min-w-0 flex-col">
          <h2 className="font-semibold">{panel("title")}</h2>
          <p className="text-muted text-sm">
            {open === null
              ? panel("none")
              : open.state === "submitted"
                ? panel("submitted")
                : open.dueOn === null
                  ? panel("requestedOpen")
                  : words("panel.requested", { day: formatDay(open.dueOn, language) })}
          </p>
        </div>
      </div>
      {open === null && (
        <AskForPhotos
          patientId={patientId}
          usualDueOn={usualDueOn}
          words={{
            open: ask("open"),
            title: ask("title"),
            lead: ask("lead"),
            note: ask("note"),
            noteHint: ask("noteHint"),
            due: ask("due"),
            submit: ask("submit"),
            cancel: ask("cancel"),
          }}
        />
      )}
      {open?.state === "requested" && (
        <TakeBackRequest
          checkInId={open.id}
          words={{
            open: panel("takeBack"),
            title: panel("takeBackTitle"),
            lead: panel("takeBackLead"),
            submit: panel("takeBack"),
            cancel: ask("cancel"),
          }}
        />
      )}
      {open?.state === "submitted" && (
        <ButtonLink href={`/doctor/check-ins/${open.id}`} small>
          {panel("review")}
        </ButtonLink>
      )}
    </Card>
  );
}
