import type { Shot } from "./shot";
import { accountShots } from "./shots/account";
import { caseShots } from "./shots/cases";
import { deskShots } from "./shots/desk";
import { doctorShots } from "./shots/doctor";
import { patientShots } from "./shots/patient";
import { settingsShots } from "./shots/settings";
import { visitorShots } from "./shots/visitor";

/** Every page, and the states of it that were designed. */
export const shots: readonly Shot[] = [
  ...visitorShots,
  ...patientShots,
  ...accountShots,
  ...doctorShots,
  ...caseShots,
  ...deskShots,
  ...settingsShots,
];
