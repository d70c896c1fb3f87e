import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { clinicPage } from "@/features/access/page-gates";
import { finishSignIn } from "@/features/lab-connection/finish-sign-in";
import { CALLBACK_PATH } from "@/features/lab-connection/lab-client";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("labConnection");
  return { title: words("title") };
}

/** Where a lab's sign-in sends people back to (R42): it counts once, and leads on to the page one came from. */
export default async function LabCallbackPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
  // Whose session ended meanwhile logs in and comes back; the sign-in is begun again then.
  const { services, actor } = await clinicPage(`${CALLBACK_PATH}?${query}`, "orthodontist");
  const finished = await finishSignIn(services, actor, query);
  if (!finished.ok) redirect(`/doctor/integrations?back=${finished.reason}`);
  const { labId, returnTo } = finished.value;
  redirect(returnTo ?? `/doctor/integrations?back=done&lab=${labId}`);
}
