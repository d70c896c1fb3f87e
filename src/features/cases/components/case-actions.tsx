"use client";

import { Checkbox } from "@/components/choices";
import { DateField } from "@/components/date-field";
import { FormDialog } from "@/components/form-dialog";
import { Actions } from "@/components/layout";
import { TextArea, TextField } from "@/components/text-field";
import type { UseForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import type words from "../../../../messages/en/case.json";
import type { CaseView } from "../schema";

type CaseActionsProps = {
  shown: Pick<CaseView, "id" | "may" | "plans">;
  /** YYYY-MM-DD, in the practice. */
  today: string;
  /** The patient has a plan that is not over. */
  hasPlan: boolean;
  words: (typeof words)["actions"];
};

/** What can be done with a case as it stands: what moves it on first, then what stops it. */
export function CaseActions({ shown, today, hasPlan, words }: CaseActionsProps) {
  const { id, may, plans } = shown;
  const path = (doing: string) => `/api/cases/${id}/${doing}`;
  const [latest] = plans;
  const reason = (form: UseForm) => (
    <TextField {...form.field("reason")} label={words.reason} maxLength={300} required />
  );
  const nothing = () => null;
  const asks = { cancel: words.back };
  return (
    <Actions>
      {may.reviewPlan && latest && (
        <>
          <FormDialog
            body={({ text }) => ({
              planNumber: latest.number,
              decision: "approve",
              comments: text("comments"),
            })}
            fields={(form) => (
              <TextArea
                {...form.field("comments")}
                hint={words.commentsOptional}
                label={words.comments}
                maxLength={2000}
              />
            )}
            lead={<p className="text-muted">{words.approveLead}</p>}
            opener={{ children: words.approve }}
            path={path("plan-review")}
            title={fillIn(words.approveTitle, { number: latest.number })}
            words={{ submit: words.approve, ...asks }}
          />
          <FormDialog
            body={({ text }) => ({
              planNumber: latest.number,
              decision: "request_changes",
              comments: text("comments"),
            })}
            fields={(form) => (
              <TextArea
                {...form.field("comments")}
                hint={words.commentsNeeded}
                label={words.comments}
                maxLength={2000}
              />
            )}
            lead={<p className="text-muted">{words.requestLead}</p>}
            opener={{ children: words.request, kind: "secondary" }}
            path={path("plan-review")}
            title={words.requestTitle}
            words={{ submit: words.send, ...asks }}
          />
        </>
      )}
      {may.takeDelivery && (
        <FormDialog
          body={() => ({})}
          fields={nothing}
          lead={<p className="text-muted">{words.arriveLead}</p>}
          opener={{ children: words.arrive }}
          path={path("take-delivery")}
          title={words.arriveTitle}
          words={{ submit: words.arrive, ...asks }}
        />
      )}
      {may.startTreatment && (
        <FormDialog
          body={({ text, checked }) => ({
            startsOn: text("startsOn"),
            asRefinement: checked("asRefinement"),
          })}
          fields={(form) => (
            <>
              <DateField {...form.field("startsOn")} defaultValue={today} label={words.startsOn} />
              {hasPlan && <Checkbox {...form.field("asRefinement")} label={words.asRefinement} />}
            </>
          )}
          lead={<p className="text-muted">{startLead(shown, words.startLead)}</p>}
          opener={{ children: words.start }}
          path={path("start-treatment")}
          title={words.startTitle}
          words={{ submit: words.start, ...asks }}
        />
      )}
      {may.complete && (
        <FormDialog
          body={() => ({})}
          fields={nothing}
          lead={<p className="text-muted">{words.completeLead}</p>}
          opener={{ children: words.complete, kind: "secondary" }}
          path={path("complete")}
          title={words.completeTitle}
          words={{ submit: words.complete, ...asks }}
        />
      )}
      {may.resume && (
        <FormDialog
          body={() => ({})}
          fields={nothing}
          lead={<p className="text-muted">{words.resumeLead}</p>}
          opener={{ children: words.resume }}
          path={path("resume")}
          title={words.resumeTitle}
          words={{ submit: words.resume, ...asks }}
        />
      )}
      {may.hold && (
        <FormDialog
          fields={reason}
          lead={<p className="text-muted">{words.holdLead}</p>}
          opener={{ children: words.hold, kind: "quiet" }}
          path={path("hold")}
          title={words.holdTitle}
          words={{ submit: words.hold, ...asks }}
        />
      )}
      {may.cancel && (
        <FormDialog
          danger
          fields={reason}
          lead={<p className="text-muted">{words.cancelLead}</p>}
          opener={{ children: words.cancel, kind: "quiet" }}
          path={path("cancel")}
          title={words.cancelTitle}
          words={{ submit: words.cancel, ...asks }}
        />
      )}
    </Actions>
  );
}

function startLead({ plans }: CaseActionsProps["shown"], said: string): string {
  const plan = plans.find(({ decision }) => decision === "approved")?.plan;
  return fillIn(said, {
    upper: plan?.upperStages ?? 0,
    lower: plan?.lowerStages ?? 0,
    days: plan?.daysPerStage ?? 0,
  });
}
