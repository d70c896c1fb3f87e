import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { DiaryPage } from "@/features/diary/components/diary-page";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("diary.view");
  return { title: words("metaTitle") };
}

/** The practice's diary as the desk works with it (R36, R52). */
export default async function DeskDiaryPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await clinicPage("/desk/diary", "staff", "admin");
  return (
    <DiaryPage
      {...admitted}
      path="/desk/diary"
      patientPath="/desk/records"
      search={await searchParams}
    />
  );
}
