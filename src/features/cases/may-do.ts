import type { CaseEvent, CaseState } from "@/domain/cases/case-moves";
import { nextCaseState } from "@/domain/cases/case-state";
import { mayChange } from "./may-change";
import type { CaseDoing } from "./schema";

const events = {
  submit: "submit",
  reviewPlan: "approve",
  hold: "put_on_hold",
  resume: "resume",
  cancel: "cancel",
  takeDelivery: "take_delivery",
  startTreatment: "start_treatment",
  complete: "complete",
  resend: "resend",
} as const satisfies Record<Exclude<CaseDoing, "edit">, CaseEvent>;

/** What only the case's own orthodontist does: it goes out under their connection (R43). */
const own: ReadonlySet<CaseDoing> = new Set([
  "submit",
  "reviewPlan",
  "cancel",
  "startTreatment",
  "resend",
]);

/** What an orthodontist may do with a case as it stands: the buttons of its page. */
export function mayDo(
  { state, heldFrom }: { readonly state: CaseState; readonly heldFrom: CaseState | null },
  isMine: boolean,
): Record<CaseDoing, boolean> {
  const fits = (doing: keyof typeof events) =>
    (isMine || !own.has(doing)) && nextCaseState(state, events[doing], "orthodontist", heldFrom).ok;
  return {
    edit: mayChange({ state, isMine }).ok,
    submit: fits("submit"),
    reviewPlan: fits("reviewPlan"),
    hold: fits("hold"),
    resume: fits("resume"),
    cancel: fits("cancel"),
    takeDelivery: fits("takeDelivery"),
    startTreatment: fits("startTreatment"),
    complete: fits("complete"),
    resend: fits("resend"),
  };
}
