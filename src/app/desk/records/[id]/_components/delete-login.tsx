import { pageVisit } from "@/features/access/page-visit";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { ReasonDialog } from "../../../_components/reason-dialog";

type DeleteLoginProps = {
  loginId: string;
  name: string;
  /** One of several things to do about somebody among others: says whose login it is. */
  isNamed?: boolean;
};

/** S23: an admin deletes a login for who asks by phone; others do not see it. */
export async function DeleteLogin({ loginId, name, isNamed = false }: DeleteLoginProps) {
  const [{ session }, words] = await Promise.all([pageVisit(), getTranslations("erasure.desk")]);
  if (session?.role !== "admin" || session.loginId === loginId) return null;
  const said = pickWords(
    (key) => words(key, { name }),
    ["open", "dialogTitle", "dialogText", "reason", "reasonHint", "go", "cancel"],
  );
  return (
    <ReasonDialog
      danger
      path={`/api/logins/${loginId}/erasure`}
      words={said}
      {...(isNamed && { kind: "quiet", label: `${said.open}: ${name}` })}
    />
  );
}
