import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundMessage } from "./_components/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("common.notFound");
  return { title: words("title") };
}

export default function NotFound() {
  return <NotFoundMessage />;
}
