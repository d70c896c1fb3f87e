import * as z from "zod";

/** A calendar day to search by, `YYYY-MM-DD`: no year that a database or calendar would stumble over. */
export const searchDay = z.iso
  .date()
  .refine((day) => day >= "1900-01-01" && day < "3000-01-01", "not a day to search by");
