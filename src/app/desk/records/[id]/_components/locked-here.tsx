import { StatusChip } from "@/components/badge";
import type { LoginFacts } from "@/features/registration/logins/login-facts";
import { getTranslations } from "@/lib/translations";
import { ReasonDialog } from "../../../_components/reason-dialog";
import { unlockWords } from "../../../_components/unlock-words";

/** R14: the login is locked, and staff may lift the lock. */
export async function LockedHere({ login, name }: { login: LoginFacts; name: string }) {
  const [words, unlock] = await Promise.all([
    getTranslations("records.record"),
    getTranslations("repairs.locked"),
  ]);
  return (
    <>
      <StatusChip tone="danger">{words("locked")}</StatusChip>
      <ReasonDialog path={`/api/logins/${login.id}/unlock`} words={unlockWords(unlock, name)} />
    </>
  );
}
