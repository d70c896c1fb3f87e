import { Notice } from "@/components/notice";
import type { Search } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

/** Said after a second password was typed, which does not count. */
export async function PasswordKept({ search }: { search: Search }) {
  if (search.password !== "kept") return null;
  const words = await getTranslations("registration.password");
  return (
    <Notice live title={words("keptTitle")} tone="notice">
      {words("kept")}
    </Notice>
  );
}
