import { Disclosure } from "@/components/disclosure";
import { Card, Stack } from "@/components/layout";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { CasePlanView } from "../schema";
import { PlanRows } from "./plan-rows";

type LabPlanProps = {
  /** The newest first. */
  plans: readonly CasePlanView[];
  here: { readonly zone: string; readonly language: string };
};

/** The lab's plan as it stands, what it was before, and what was decided on each (R41). */
export async function LabPlan({ plans, here }: LabPlanProps) {
  const words = await getTranslations("case.plan");
  const [latest, ...earlier] = plans;
  if (!latest) return null;
  const day = (at: string) => formatInstantDay(at, here.zone, here.language);
  const title = ({ number, receivedAt }: CasePlanView) =>
    words("number", { number, day: day(receivedAt) });
  const decided = ({ decision, decidedAt, decidedBy, comments }: CasePlanView) =>
    decision && (
      <div>
        <p className="font-medium">
          {words(decision, { name: decidedBy ?? "", day: decidedAt ? day(decidedAt) : "" })}
        </p>
        {comments && (
          <p className="whitespace-pre-line text-muted wrap-anywhere" dir="auto">
            {comments}
          </p>
        )}
      </div>
    );
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={4}>
          <h3 className="font-semibold text-lg">{title(latest)}</h3>
          {latest.plan ? (
            <PlanRows before={earlier[0] ?? null} plan={latest.plan} />
          ) : (
            <p className="text-muted">{words("noDetails")}</p>
          )}
          {decided(latest)}
        </Stack>
      </Card>
      {earlier.length > 0 && (
        <Disclosure summary={words("earlier")}>
          <Stack className="pt-2" gap={6}>
            {earlier.map((one) => (
              <Stack gap={2} key={one.number}>
                <p className="font-semibold text-ink">{title(one)}</p>
                {one.plan && <PlanRows before={null} plan={one.plan} />}
                {decided(one)}
              </Stack>
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}
