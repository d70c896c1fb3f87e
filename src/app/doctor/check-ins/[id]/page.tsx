import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { clinicPage } from "@/features/access/page-gates";
import { reviewCheckIn } from "@/features/check-ins/review-check-in";
import { getTranslations } from "@/lib/translations";
import { ReviewContent } from "./_components/review-content";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("checkIns.clinic");
  return { title: words("title") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One set of photos beside the one before, and the verdict (R24). */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { services, actor } = await clinicPage(`/doctor/check-ins/${id}`, "orthodontist");
  const checkIn = uuid.test(id) ? await reviewCheckIn(services, actor, id) : null;
  // Before anything is sent, so that a missing one answers 404.
  if (checkIn === null) notFound();
  return <ReviewContent actor={actor} checkIn={checkIn} services={services} />;
}
