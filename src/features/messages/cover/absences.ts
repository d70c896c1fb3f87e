import type { Tx } from "@/db/client";
import type { AbsenceCover, Prisma } from "@/db/generated/client";
import { fromDay, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import type { AbsenceView } from "./schema";

type Row = AbsenceCover & { readonly practitioner: { readonly name: string } };

const include = { practitioner: { select: { name: true } } } as const;

/** An absence as it stands; it must be there. */
export async function absenceById(tx: Tx, practiceId: string, id: string): Promise<AbsenceView> {
  const row = await tx.absenceCover.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id } },
    include,
  });
  const [view] = await viewsOf(tx, practiceId, [row]);
  if (!view) throw new Error("an absence has no view");
  return view;
}

/** Absences of one practitioner that are not over, the next first. */
export function absencesAhead(
  services: Services,
  actor: ClinicActor,
  practitionerId: string,
): Promise<AbsenceView[]> {
  return notOver(services, actor, { practitionerId });
}

/** Absences that hold today and concern somebody: their own, or of whom they look after (R40). */
export function absencesNow(services: Services, actor: ClinicActor): Promise<AbsenceView[]> {
  const { personId } = actor;
  return notOver(services, actor, {
    fromOn: { lte: fromDay(services.now.toZonedDateTimeISO(actor.zone).toPlainDate()) },
    OR: [{ coveredByPersonId: personId }, { practitioner: { personId } }],
  });
}

function notOver(
  services: Services,
  { practiceId, zone }: ClinicActor,
  where: Prisma.AbsenceCoverWhereInput,
): Promise<AbsenceView[]> {
  const today = services.now.toZonedDateTimeISO(zone).toPlainDate();
  return inPractice(services.db, practiceId, async (tx) => {
    const rows = await tx.absenceCover.findMany({
      where: { practiceId, untilOn: { gt: fromDay(today) }, ...where },
      orderBy: [{ fromOn: "asc" }, { id: "asc" }],
      take: 100,
      include,
    });
    return viewsOf(tx, practiceId, rows);
  });
}

async function viewsOf(tx: Tx, practiceId: string, rows: readonly Row[]): Promise<AbsenceView[]> {
  const people = rows.length > 0 ? await colleaguesOf(tx, practiceId) : [];
  return rows.map(({ id, practitionerId, practitioner, fromOn, untilOn, ...row }) => {
    // Who left the practice since looks after nobody.
    const cover = people.find(
      ({ personId, role }) => personId === row.coveredByPersonId && role === "orthodontist",
    );
    return {
      id,
      practitionerId,
      practitionerName: practitioner.name,
      fromOn: toDay(fromOn).toString(),
      untilOn: toDay(untilOn).toString(),
      coveredBy: cover ? { personId: cover.personId, name: cover.name } : null,
      replyWords: row.replyWords,
    };
  });
}
