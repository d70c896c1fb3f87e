import type { Tx } from "@/db/client";
import { toDay } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import { ok, refused } from "@/domain/result";
import { type RecordChange, writeContact } from "@/features/records/write-contact";
import { lockRecord } from "@/features/registration/logins/lock-record";
import { detailOf, nearRecords } from "./candidates";
import type { Repair } from "./repair";
import type { Entry } from "./repaired-entry";

/** R6: the number that stands in the home or work field goes to the mobile field; one that stood there takes its place. */
export const moveNumber: Repair = async (tx, services, actor, { entry }) => {
  const { practiceId, patientId, mobile } = entry;
  if (patientId === null) return refused("does_not_fit");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record) return refused("not_found");
  const phones = await tx.patient.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { homePhone: true, workPhone: true },
  });
  const from = (["homePhone", "workPhone"] as const).find((field) => phones[field] === mobile);
  if (!from) return refused("does_not_fit");
  const change = { mobilePhone: mobile, [from]: record.mobilePhone };
  await writeContact(tx, services, actor, record, change, "number_moved");
  return ok({ patientId });
};

/** A landline was typed: the mobile that staff asked for goes on the record. */
export const setMobile: Repair = async (tx, services, actor, { entry, mobile }) => {
  const { practiceId, patientId } = entry;
  if (patientId === null || mobile === null) return refused("does_not_fit");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record) return refused("not_found");
  await writeContact(tx, services, actor, record, { mobilePhone: mobile }, "mobile_asked_for");
  return ok({ patientId });
};

/** The one detail in which the record differs becomes what the person typed (R5, R8). */
export const correctRecord: Repair = async (tx, services, actor, { entry, wish }) => {
  const { patientId } = wish;
  if (patientId === undefined) return refused("record_needed");
  const record = await lockRecord(tx, entry.practiceId, patientId);
  if (!record) return refused("not_found");
  const change = await correctionOf(tx, entry, patientId);
  if (!change) return refused("does_not_fit");
  await writeContact(tx, services, actor, record, change, "detail_corrected");
  return ok({ patientId });
};

/** By what the record says now: it may have changed since the page was shown. */
async function correctionOf(tx: Tx, entry: Entry, patientId: string): Promise<RecordChange | null> {
  const near = (await nearRecords(tx, entry)).find(({ recordId }) => recordId === patientId);
  if (!near) return null;
  switch (detailOf(near.differs)) {
    case "name":
      return { firstName: entry.firstName, lastName: entry.lastName };
    case "dateOfBirth":
      return { dateOfBirth: toDay(entry.dateOfBirth) };
    case "email":
      return { email: foldEmail(entry.email) };
    case "mobile":
      return { mobilePhone: entry.mobile };
  }
}
