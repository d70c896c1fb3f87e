"use client";

import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Card } from "@/components/layout";
import { Notice } from "@/components/notice";
import { Spinner } from "@/components/spinner";
import { TextArea } from "@/components/text-field";
import type { UseForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import { PlanMovement, type planMovementWordKeys } from "../../components/plan-movement";
import type { PreviewPlanView } from "../schema";
import type { PlanWords } from "./plan-words";
import type { Preview } from "./use-plan-preview";

type PlanAsideProps = {
  preview: Preview;
  form: UseForm;
  isChanged: boolean;
  version: number;
  /** How often was saved here: the reason is typed anew each time. */
  saves: number;
  state: "none" | "draft" | "approved" | "completed";
  told: string | null;
  onDiscard: () => void;
  onApprove: () => void;
  approving: boolean;
  words: PlanWords;
  movementWords: Record<(typeof planMovementWordKeys)[number], string>;
};

/** What the edit would do, and the way to keep it. */
export function PlanAside(props: PlanAsideProps) {
  const { preview, form, isChanged, version, state, told, words } = props;
  return (
    <div className="flex flex-col gap-4 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
      <Card className="flex flex-col gap-3 p-4 sm:p-5">
        <h2 className="font-semibold text-lg">{words["preview.title"]}</h2>
        <div aria-live="polite" className="flex flex-col gap-3">
          <PreviewText {...props} />
        </div>
        {state !== "approved" && <p className="text-muted text-sm">{words["preview.draft"]}</p>}
      </Card>
      <Card className="p-4 sm:p-5">
        <form {...form.props} className="flex flex-col gap-4">
          {told !== null && !isChanged && (
            <Notice live tone="success">
              {told}
            </Notice>
          )}
          <FormErrorSummary form={form} />
          <TextArea
            {...form.field("reason")}
            defaultValue={version === 0 ? words["save.firstReason"] : ""}
            hint={words["save.reasonHint"]}
            key={props.saves}
            label={words["save.reason"]}
            maxLength={300}
            rows={2}
          />
          <div className="flex flex-wrap gap-3">
            <Button
              disabled={!isChanged || isRefused(preview)}
              pending={form.pending}
              type="submit"
            >
              {fillIn(words["save.button"], { version: version + 1 })}
            </Button>
            {isChanged && version > 0 && (
              <Button kind="quiet" onClick={props.onDiscard}>
                {words["save.discard"]}
              </Button>
            )}
          </div>
        </form>
        {state === "draft" && (
          <div className="mt-4 flex flex-col gap-2 border-hairline border-t pt-4">
            <Button
              disabled={isChanged}
              kind="secondary"
              onClick={props.onApprove}
              pending={props.approving}
            >
              {words["save.approve"]}
            </Button>
            {isChanged && <p className="text-muted text-sm">{words["save.approveHint"]}</p>}
          </div>
        )}
      </Card>
    </div>
  );
}

/** Refused by the rule; a lost connection is no reason not to try. */
function isRefused(preview: Preview): boolean {
  return (
    preview.kind === "refused" && preview.failure.status >= 400 && preview.failure.status < 500
  );
}

function PreviewText({ preview, words, movementWords }: PlanAsideProps) {
  switch (preview.kind) {
    case "idle":
      return <p className="text-muted">{words["preview.idle"]}</p>;
    case "refused":
      if (preview.failure.code === "changed_meanwhile") {
        return <p className="text-muted">{words["meanwhile.title"]}</p>;
      }
      return <Notice tone="danger">{preview.failure.message || words["save.failed"]}</Notice>;
    case "busy":
      return preview.last === null ? (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> {words["preview.busy"]}
        </p>
      ) : (
        <Shown movementWords={movementWords} view={preview.last} words={words} />
      );
    default:
      return <Shown movementWords={movementWords} view={preview.view} words={words} />;
  }
}

type ShownProps = Pick<PlanAsideProps, "words" | "movementWords"> & { view: PreviewPlanView };

function Shown({ view, words, movementWords }: ShownProps) {
  return (
    <>
      <PlanMovement said={view.said} words={movementWords} />
      <h3 className="font-semibold">{words["changes.title"]}</h3>
      {view.changesSaid.length === 0 ? (
        <p className="text-muted">{words["changes.none"]}</p>
      ) : (
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {view.changesSaid.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
