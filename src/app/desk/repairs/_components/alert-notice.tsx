import { Notice } from "@/components/notice";
import type { LockedLogin } from "@/features/access/lock/locked-logins";
import { getTranslations } from "@/lib/translations";

/** S5: staff are alerted to a hundred failures in a row. */
export async function AlertNotice({ locked }: { locked: readonly LockedLogin[] }) {
  const words = await getTranslations("repairs.locked");
  const count = locked.filter(({ isAlert }) => isAlert).length;
  if (count === 0) return null;
  return (
    <Notice title={words("alertTitle", { count })} tone="danger">
      {words("alertText")}
    </Notice>
  );
}
