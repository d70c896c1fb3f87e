import type { RecordDetail } from "@/domain/pms/detail-changes";
import { ok, type Result, refused } from "@/domain/result";
import { practiceById } from "@/features/practices/current-practice";
import { parsePhone } from "@/lib/phone";
import type { Services } from "@/server/services";

/** A profile as it was typed; an empty field takes the value away. */
export type TypedProfile = Readonly<Record<RecordDetail, string>>;

export type PhoneWrong = "home_phone_wrong" | "work_phone_wrong" | "emergency_phone_wrong";

const phones = [
  ["homePhone", "home_phone_wrong"],
  ["workPhone", "work_phone_wrong"],
  ["emergencyContactPhone", "emergency_phone_wrong"],
] as const;

/** The values to keep: numbers of any line and country in E.164. */
export async function readProfile(
  services: Services,
  practiceId: string,
  typed: TypedProfile,
): Promise<Result<Readonly<Record<RecordDetail, string | null>>, PhoneWrong>> {
  const practice = await practiceById(services, practiceId);
  const kept: Record<RecordDetail, string | null> = {
    preferredName: typedValue(typed.preferredName),
    addressLine1: typedValue(typed.addressLine1),
    addressLine2: typedValue(typed.addressLine2),
    town: typedValue(typed.town),
    postcode: typedValue(typed.postcode),
    homePhone: null,
    workPhone: null,
    emergencyContactName: typedValue(typed.emergencyContactName),
    emergencyContactPhone: null,
    emergencyContactRelationship: typedValue(typed.emergencyContactRelationship),
  };
  for (const [field, wrong] of phones) {
    const text = typedValue(typed[field]);
    if (text === null) continue;
    const read = parsePhone(text, practice?.defaultCountry ?? "", []);
    if (!read.ok) return refused(wrong);
    kept[field] = read.value.e164;
  }
  return ok(kept);
}

/** An emergency contact is a name with a number; one without the other helps nobody. */
export function isEmergencyContactIncomplete(
  kept: Readonly<Record<RecordDetail, string | null>>,
): boolean {
  const isHalf = (kept.emergencyContactName === null) !== (kept.emergencyContactPhone === null);
  const isRelationAlone =
    kept.emergencyContactRelationship !== null && kept.emergencyContactName === null;
  return isHalf || isRelationAlone;
}

function typedValue(text: string): string | null {
  return text.replace(/\s+/g, " ").trim() || null;
}
