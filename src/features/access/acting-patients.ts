import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import { actsFor } from "./actors";
import type { OpenSession } from "./open-session";

/** Names of those a patient-side session may act for, in its order: oneself first, then the children (R10). */
export async function actingPatients(
  services: Services,
  session: OpenSession,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const ids = actsFor(session);
  if (ids.length < 2) return ids.map((id) => ({ id, name: session.personName }));
  const records = await inPractice(services.db, session.practiceId, (tx) =>
    tx.patient.findMany({
      where: { practiceId: session.practiceId, id: { in: [...ids] } },
      select: { id: true, firstName: true, lastName: true, preferredName: true },
    }),
  );
  return ids.flatMap((id) => {
    const found = records.find((record) => record.id === id);
    return found
      ? [{ id, name: `${found.preferredName ?? found.firstName} ${found.lastName}` }]
      : [];
  });
}
