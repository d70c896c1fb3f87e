import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of an address that leads nowhere, in every area. */
export async function notFoundMetadata(): Promise<Metadata> {
  const words = await getTranslations("common.notFound");
  return { title: words("title") };
}
