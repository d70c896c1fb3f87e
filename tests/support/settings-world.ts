import { inPractice } from "@/db/transaction";
import { addClosure } from "@/features/settings/times/add-absence";
import { previewTimes } from "@/features/settings/times/preview-times";
import { timesSettings } from "@/features/settings/times/queries";
import type { PreviewRequest, TimesPreview } from "@/features/settings/times/schema";
import { diaryScene } from "./diary-world";
import { makeClinicActor } from "./people";
import type { World } from "./world";

/** A clinic with its admin, and a day a week ahead as the settings' forms say it. */
export async function settingsScene(world: World) {
  const given = await diaryScene(world);
  const { practice, services } = given;
  const admin = await makeClinicActor(world, practice.id, "admin");
  const on = given.at("00:00").slice(0, 10);
  const day = new Date(Date.parse(given.at("12:00"))).toISOString().slice(0, 10);
  const settings = () => timesSettings(services, admin);
  const preview = async (
    change: PreviewRequest["change"],
    view: PreviewRequest["view"] = null,
  ): Promise<TimesPreview> => {
    const answer = await previewTimes(services, admin, { change, view });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  };
  const close = async (from = `${day}T00:00`, until = `${day}T23:59`) => {
    const answer = await addClosure(services, admin, {
      locationId: null,
      from,
      until,
      reason: "Course",
    });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  };
  return { ...given, admin, on, day, settings, preview, close };
}

/** What the log says of the practice's settings, oldest first. */
export function settingsLog(world: World, practiceId: string) {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.auditEntry.findMany({
      where: { practiceId, action: "settings.changed" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      select: { detail: true },
    });
    return rows.map(({ detail }) => detail);
  });
}
