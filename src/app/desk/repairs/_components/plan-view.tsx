import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/button";
import type { RepairEntry } from "@/features/repairs/list-repairs";
import type { RepairPlan } from "@/features/repairs/repair-plan";
import { pickWords } from "@/lib/pick-words";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { CandidateList } from "./candidate-list";
import { RepairAction } from "./repair-action";

type PlanViewProps = { entry: RepairEntry; plan: RepairPlan; zone: string };

/** What the one step will do, and its button (R8). */
export async function PlanView({ entry, plan, zone }: PlanViewProps) {
  const words = await getTranslations("repairs.plan");
  const dismiss = words(entry.cause === "no_record" ? "dismiss_no_record" : "dismiss");
  const said = await planSaid(plan, entry, zone);
  return (
    <div className="flex flex-col gap-3 border-hairline border-t pt-3">
      <p>{said}</p>
      {"candidates" in plan && (
        <CandidateList action={plan.action} candidates={plan.candidates} entryId={entry.id} />
      )}
      <div className="flex flex-wrap items-end gap-3">
        <PlanButton entry={entry} plan={plan} />
        <RepairAction
          body={{ action: "dismiss" }}
          button={dismiss}
          entryId={entry.id}
          kind="quiet"
        />
      </div>
    </div>
  );
}

async function planSaid(plan: RepairPlan, entry: RepairEntry, zone: string): Promise<ReactNode> {
  const [words, reasons] = await Promise.all([
    getTranslations("repairs.plan"),
    getTranslations("registration.failureReasons"),
  ]);
  switch (plan.action) {
    case "move_number":
      return plan.former === null
        ? words("move_number", { number: plan.number, field: plan.field })
        : words("move_number_former", {
            number: plan.number,
            field: plan.field,
            former: plan.former,
          });
    case "choose_record":
      return words("choose_record");
    case "link_or_correct":
      return words("link_or_correct");
    case "help_in": {
      const { loginName, to } = plan;
      return to === null
        ? words("help_in_no_mobile", { loginName })
        : words("help_in", { loginName, to });
    }
    case "set_mobile":
      return plan.former === null
        ? words("set_mobile")
        : words("set_mobile_former", { former: plan.former });
    case "unarchive": {
      const { reason } = plan;
      const admins = plan.admins.join(", ");
      if (plan.mayDo) return words("unarchive", { reason });
      return admins === ""
        ? words("unarchive_nobody", { reason })
        : words("unarchive_who", { reason, admins });
    }
    case "unlock":
      return plan.lockedUntilAt === null
        ? words("unlock_over")
        : words("unlock", {
            count: plan.failures,
            until: shortDayTime(plan.lockedUntilAt, zone),
          });
    case "new_link":
      return plan.why === null
        ? words("new_link", { to: plan.to })
        : words("new_link_text", { to: plan.to, why: reasons(plan.why) });
    case "find":
      return words(entry.cause === "no_record" ? "find" : "find_record");
  }
}

async function PlanButton({ entry, plan }: { entry: RepairEntry; plan: RepairPlan }) {
  const words = await getTranslations("repairs.plan");
  const { id } = entry;
  switch (plan.action) {
    case "move_number":
      return (
        <RepairAction
          body={{ action: "move_number" }}
          button={words("move_number_go")}
          entryId={id}
        />
      );
    case "set_mobile":
      return (
        <RepairAction
          body={{ action: "set_mobile" }}
          button={words("set_mobile_go")}
          entryId={id}
          field={{ name: "mobile", label: words("set_mobile_label"), type: "tel" }}
        />
      );
    case "unarchive":
      return plan.mayDo ? (
        <RepairAction body={{ action: "unarchive" }} button={words("unarchive_go")} entryId={id} />
      ) : null;
    case "unlock":
      return plan.lockedUntilAt === null ? null : (
        <RepairAction
          body={{ action: "unlock" }}
          button={words("unlock_go")}
          entryId={id}
          field={{ name: "reason", label: words("unlock_reason") }}
        />
      );
    case "new_link": {
      const go = pickWords(words, ["new_link_go_mail", "new_link_go_sms"]);
      return (
        <>
          <RepairAction
            body={{ action: "new_link", deliver: plan.deliver }}
            button={go[`new_link_go_${plan.deliver}`]}
            entryId={id}
          />
          {plan.why !== null && (
            <Link
              className="link inline-flex min-h-11 items-center lg:min-h-9"
              href={`/desk/records/${plan.patientId}#contact`}
              prefetch={false}
            >
              {words("check_number")}
            </Link>
          )}
        </>
      );
    }
    case "help_in":
      return plan.to === null ? null : (
        <RepairAction
          body={{ action: "new_link", deliver: "sms" }}
          button={words("new_link_go_sms")}
          entryId={id}
        />
      );
    case "choose_record":
    case "link_or_correct":
      return null;
    case "find":
      return (
        <ButtonLink
          href={`/desk?query=${encodeURIComponent(entry.name)}`}
          kind="secondary"
          prefetch={false}
          small
        >
          {words("find_go", { name: entry.name })}
        </ButtonLink>
      );
  }
}
