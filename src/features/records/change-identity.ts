import type { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { isOldForm } from "./is-old-form";
import { areRecordsOurs } from "./own-records";
import { readBirthDate, readPractitioner } from "./read-identity";
import type { identityRefusals } from "./record-refusals";
import type { identitySchema } from "./record-schema";
import { type RecordChange, writeContact } from "./write-contact";

type Wish = z.output<typeof identitySchema> & { readonly id: string };
type IdentityRefusal = keyof typeof identityRefusals;

/**
 * Staff correct who a record is of: names, birth date, and whose patient they are (R52). Beside a management system of
 * the practice's own, names and birth dates are that system's: `kept_in_pms`.
 */
export async function changeIdentity(
  services: Services,
  actor: ClinicActor,
  wish: Wish,
): Promise<Result<{ changed: string[] }, IdentityRefusal>> {
  const { practiceId } = actor;
  const today = services.now.toZonedDateTimeISO(actor.zone).toPlainDate();
  let dateOfBirth: Temporal.PlainDate | undefined;
  if (wish.dateOfBirth !== undefined) {
    const read = readBirthDate(wish.dateOfBirth, today);
    if (!read.ok) return read;
    dateOfBirth = read.value;
  }
  const { firstName, lastName, preferredName } = wish;
  const names = {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
  };
  return inPracticeOrNothing<Result<{ changed: string[] }, IdentityRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const record = await lockRecord(tx, practiceId, wish.id);
      if (!record) return refused("not_found");
      if (await isOldForm(tx, practiceId, wish)) return refused("record_changed");
      if (Object.keys(names).length > 0 && !(await areRecordsOurs(tx, practiceId)))
        return refused("kept_in_pms");
      const change: { -readonly [field in keyof RecordChange]: RecordChange[field] } = { ...names };
      if (preferredName !== undefined) change.preferredName = preferredName || null;
      if (wish.practitionerId !== undefined) {
        const practitioner = await readPractitioner(tx, practiceId, wish.practitionerId);
        if (!practitioner.ok) return practitioner;
        change.practitionerId = practitioner.value;
      }
      return ok({ changed: await writeContact(tx, services, actor, record, change, "desk") });
    },
  );
}
