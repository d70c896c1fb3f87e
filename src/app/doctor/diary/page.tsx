import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { DiaryPage } from "@/features/diary/components/diary-page";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("diary.view");
  return { title: words("metaTitle") };
}

/** The orthodontist's diary: their own day first (R36). */
export default async function DoctorDiaryPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await clinicPage("/doctor/diary", "orthodontist");
  return (
    <DiaryPage
      {...admitted}
      path="/doctor/diary"
      patientPath="/doctor/patients"
      search={await searchParams}
    />
  );
}
