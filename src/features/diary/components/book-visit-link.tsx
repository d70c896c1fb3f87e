import { CalendarPlus } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { getTranslations } from "@/lib/translations";

type BookVisitLinkProps = { path: "/desk/diary" | "/doctor/diary"; patientId: string };

/** From a record into the diary, with the patient chosen (R36). */
export async function BookVisitLink({ path, patientId }: BookVisitLinkProps) {
  const words = await getTranslations("diary.view");
  return (
    <ButtonLink
      href={`${path}?patient=${patientId}`}
      icon={<CalendarPlus aria-hidden="true" className="size-4.5" />}
      kind="secondary"
      prefetch={false}
      small
    >
      {words("bookVisit")}
    </ButtonLink>
  );
}
