import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { Disclosure } from "@/components/disclosure";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { shortDay, shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { stageNames } from "../../components/stage-names";
import { type Marker, markedChanges } from "../marked-changes";

/** Who marked which aligners as changed, guardians named as such, and who took a mark back (R10, R21). */
export async function MarkedChanges({
  services,
  actor,
  patientId,
}: Admitted<ClinicActor> & { patientId: string }) {
  const [lines, words, language] = await Promise.all([
    markedChanges(services, actor, patientId),
    getTranslations("treatment"),
    getLocale(),
  ]);
  if (lines.length === 0) return null;
  const named = ({ name, as }: Marker) => {
    if (as === "patient") return words("marks.patient");
    if (name === null) return words("marks.former");
    return as === "guardian" ? words("marks.guardian", { name }) : name;
  };
  const at = (instant: string) => shortDayTime(instant, actor.zone, language);
  return (
    <Disclosure summary={words("marks.title")}>
      <ul className="flex flex-col gap-1.5 text-dense">
        {lines.map(({ id, stages, changedOn, recordedAt, by, undone }) => (
          <li className="wrap-anywhere" key={id}>
            <span className={undone === null ? "" : "text-muted line-through"}>
              {words("marks.line", {
                stages: stageNames(words, stages, false),
                day: shortDay(changedOn, language),
                name: named(by),
                at: at(recordedAt),
              })}
            </span>
            {undone !== null && (
              <>
                {" "}
                <StatusChip>
                  {words("marks.undone", { name: named(undone.by), at: at(undone.at) })}
                </StatusChip>
              </>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
