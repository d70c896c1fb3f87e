import { getLocale } from "next-intl/server";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";
import type { Here } from "./components/days";

/** The practice's zone and today's day there, for pages that name days. */
export async function hereOf(services: Services, { zone }: OpenSession): Promise<Here> {
  const today = services.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return { zone, today, language: await getLocale(), at: services.now.toString() };
}
