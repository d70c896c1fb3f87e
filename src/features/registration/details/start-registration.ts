import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { inPractice } from "@/db/transaction";
import { isLikelyBirthDate } from "@/domain/registration/likely-birth-date";
import type { RegistrationDetails } from "@/domain/registration/matching";
import { firstStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import {
  currentPractice,
  type PracticeFacts,
  practiceByShortName,
} from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { recordFailure } from "../failed/failed-registration";
import { startFromLink } from "../links/start-from-link";
import type { startSchema } from "../schema";
import { countStart } from "../text-limits";
import { correctOwnDetails } from "./correct-details";
import { findRecords } from "./find-records";
import { insertRegistration } from "./insert-registration";
import { readMobile } from "./mobile-number";
import type { Started, StartRefusal } from "./started";

/**
 * R1, R7, S2: begins a registration with the four details, or with a login link and the birth date; before the details
 * are confirmed they may be sent again, corrected. Nothing is compared yet, so every answer is the same.
 */
export async function startRegistration(
  services: Services,
  actor: VisitorActor,
  input: z.output<typeof startSchema>,
): Promise<Result<Started, StartRefusal>> {
  const dateOfBirth = Temporal.PlainDate.from(input.dateOfBirth ?? "");
  const within = await countStart(services);
  if (!within.ok) return within;
  if (input.linkToken !== undefined) {
    return startFromLink(services, { token: input.linkToken, dateOfBirth });
  }
  const practice = await practiceAsked(services, input.practice);
  if (!practice) return refused("practice_unknown");
  const today = services.now.toZonedDateTimeISO(practice.zone).toPlainDate();
  if (!isLikelyBirthDate(dateOfBirth, today)) {
    return refused("birth_date_unlikely");
  }
  const details: RegistrationDetails = {
    firstName: input.firstName ?? "",
    lastName: input.lastName ?? "",
    dateOfBirth,
    email: input.email ?? "",
    mobile: input.mobile ?? "",
  };
  const mobile = await readMobile(services, practice, details.mobile);
  if (!mobile.ok) {
    if (mobile.reason === "not_mobile") await listLandline(services, practice, details);
    return mobile;
  }
  const given = { ...details, mobile: mobile.value };
  if (await correctOwnDetails(services, actor.cookies, practice.id, given)) {
    return ok({ step: "confirm", token: null, practice: practice.shortName });
  }
  const token = await insertRegistration(services, {
    ...given,
    practiceId: practice.id,
    step: firstStep("self"),
    outcome: "pending",
  });
  return ok({ step: "confirm", token, practice: practice.shortName });
}

async function practiceAsked(
  services: Services,
  shortName: string | undefined,
): Promise<PracticeFacts | null> {
  return shortName ? practiceByShortName(services, shortName) : currentPractice(services, {});
}

/** R6, R8: a landline is refused for everybody; staff see whose record it was probably meant for. */
async function listLandline(
  services: Services,
  practice: PracticeFacts,
  details: RegistrationDetails,
): Promise<void> {
  await inPractice(services.db, practice.id, async (tx) => {
    const records = await findRecords(tx, practice.id, details);
    const [only, another] = records.filter(
      (record) =>
        record.email !== null && record.email.toLowerCase() === details.email.toLowerCase(),
    );
    await recordFailure(tx, services, {
      ...details,
      practiceId: practice.id,
      cause: "landline",
      patientId: only && !another ? only.id : null,
    });
  });
}
