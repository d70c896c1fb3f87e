import { CasePhotos } from "@/features/cases/components/case-photos";
import type { CaseView } from "@/features/cases/schema";
import { getTranslations } from "@/lib/translations";

/** The photos of a case, or that there are none. */
export async function CasePhotosOf({ shown }: { shown: Pick<CaseView, "files"> }) {
  const [words, uploads] = await Promise.all([getTranslations("case"), getTranslations("uploads")]);
  const photos = shown.files.filter(({ kind }) => kind === "photo");
  if (photos.length === 0) return <p className="text-muted">{words("noPhotos")}</p>;
  const lightbox = {
    saveShort: uploads("shown.saveShort"),
    close: uploads("shown.close"),
    previous: uploads("shown.previous"),
    next: uploads("shown.next"),
    larger: uploads("shown.larger"),
    smaller: uploads("shown.smaller"),
    place: String(uploads.raw("shown.place")),
    frame: uploads("shown.frame"),
  };
  return <CasePhotos name={String(words.raw("photo"))} photos={photos} words={lightbox} />;
}
