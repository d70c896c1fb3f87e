import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import { getTranslations } from "@/lib/translations";
import { addressOf } from "../../page-search";

type WaitInsteadProps = {
  patient: string | undefined;
  /** A visit that is to come earlier, or a type of visit without one. */
  visitId?: string;
  typeId?: string;
};

/** The way to the waiting list, below times that do not suit (R35). */
export async function WaitInstead({ patient, visitId, typeId }: WaitInsteadProps) {
  const words = await getTranslations("appointments.times");
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3" tone="sunken">
      <p className="font-semibold">{words("noneSuits")}</p>
      <ButtonLink
        href={addressOf("/appointments/waiting-list", { visit: visitId, type: typeId, patient })}
        kind="secondary"
        small
      >
        {words(visitId ? "waitEarlier" : "wait")}
      </ButtonLink>
    </Card>
  );
}
