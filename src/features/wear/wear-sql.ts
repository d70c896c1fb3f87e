import { SHOWN_DAYS } from "@/domain/wear/wear-weeks";

/** A noted day as `wearJson` gives it. */
export interface WearRow {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly minutes: number;
}

/**
 * What one patient noted in the last four weeks, as one JSON value. The query around it gives the practice as `$1` and
 * its zone as `$2`.
 */
export function wearJson(patient: string): string {
  return `(select coalesce(json_agg(json_build_object('on', w."on", 'minutes', w.minutes) order by w."on"), '[]')
    from tenant.wear_log w
    where w.practice_id = $1::uuid and w.patient_id = ${patient}
      and w."on" > (app_now() at time zone $2::text)::date - ${SHOWN_DAYS})`;
}
