import { Stack } from "@/components/layout";
import { classNames } from "@/lib/class-names";
import { getTranslations } from "@/lib/translations";
import type { CasePlanView } from "../schema";

type Plan = NonNullable<CasePlanView["plan"]>;
type PlanRowsProps = { plan: Plan; before: CasePlanView | null };

const DAYS_IN_MONTH = 30.4;

/** A lab's plan drawn as two rows of aligners, and the same in words. */
export async function PlanRows({ plan, before }: PlanRowsProps) {
  const words = await getTranslations("case.plan");
  const { upperStages: upper, lowerStages: lower, daysPerStage: days } = plan;
  const longest = Math.max(upper, lower, 1);
  const rows = [
    { arch: words("upper"), count: upper },
    { arch: words("lower"), count: lower },
  ];
  const months = Math.max(1, Math.round((longest * days) / DAYS_IN_MONTH));
  const was = before?.plan;
  return (
    <Stack gap={3}>
      <div
        aria-label={words("picture", { upper, lower })}
        className="flex flex-col gap-1.5"
        role="img"
      >
        {rows.map(({ arch, count }) => (
          <div aria-hidden="true" className="flex items-center gap-2" key={arch}>
            <span className="w-14 shrink-0 text-muted text-sm">{arch}</span>
            <span className="flex min-w-0 grow gap-px sm:gap-0.5">
              {Array.from({ length: longest }, (_, index) => (
                <span
                  className={classNames(
                    "h-6 min-w-0 grow rounded-[0.2rem] border-t-4",
                    index >= count
                      ? "border-transparent bg-transparent"
                      : plan.stopStages.includes(index + 1)
                        ? "border-notice bg-notice-soft"
                        : plan.attachmentsAtStage === index + 1
                          ? "border-accent bg-accent"
                          : "border-accent bg-accent-soft",
                  )}
                  // biome-ignore lint/suspicious/noArrayIndexKey: aligners do not move
                  key={index}
                />
              ))}
            </span>
            <span className="w-6 shrink-0 text-end font-semibold text-sm tabular-nums">
              {count}
            </span>
          </div>
        ))}
      </div>
      <ul className="flex flex-col gap-1">
        <li>
          {words("upper")}: {words("aligners", { count: upper })}. {words("lower")}:{" "}
          {words("aligners", { count: lower })}.
        </li>
        <li>{words("length", { months, days })}</li>
        <li>
          {plan.attachmentsAtStage === null
            ? words("noAttachments")
            : words("attachments", { stage: plan.attachmentsAtStage })}
        </li>
        {plan.ipr.length === 0 && <li>{words("noIpr")}</li>}
        {plan.ipr.map(({ between: [one, other], millimetres, beforeStage }) => (
          <li key={`${one}-${other}-${beforeStage}`}>
            {words("ipr", { mm: millimetres, one, other, stage: beforeStage })}
          </li>
        ))}
        <li>
          {plan.stopStages.length === 0
            ? words("noStops")
            : words("stops", { stages: plan.stopStages.join(", ") })}
        </li>
        {plan.note && (
          <li className="wrap-anywhere" dir="auto">
            {words("note", { note: plan.note })}
          </li>
        )}
        {was && (
          <li className="text-muted">
            {words("was", {
              number: before.number,
              upper: was.upperStages,
              lower: was.lowerStages,
              days: was.daysPerStage,
            })}
          </li>
        )}
      </ul>
    </Stack>
  );
}
