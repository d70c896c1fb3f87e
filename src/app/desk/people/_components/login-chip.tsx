import { StatusChip } from "@/components/badge";
import type { ClinicPerson } from "@/features/people/roles/clinic-people";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

type LoginChipProps = { person: Pick<ClinicPerson, "status" | "lockedUntilAt">; zone: string };

/** Whether somebody can log in now. */
export async function LoginChip({ person, zone }: LoginChipProps) {
  const words = await getTranslations("people.states");
  const { status, lockedUntilAt } = person;
  if (status === "issued") return <StatusChip tone="notice">{words("unfinished")}</StatusChip>;
  if (status === "disabled") return <StatusChip tone="danger">{words("closed")}</StatusChip>;
  if (lockedUntilAt) {
    const time = shortDayTime(lockedUntilAt.toISOString(), zone);
    return <StatusChip tone="danger">{words("locked", { time })}</StatusChip>;
  }
  return <StatusChip tone="success">{words("active")}</StatusChip>;
}
