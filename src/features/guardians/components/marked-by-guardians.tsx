import { Disclosure } from "@/components/disclosure";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { markedByGuardians } from "../marked-by-guardians";

/** Which aligners a guardian marked, and which guardian (R10); nothing when none did. */
export async function MarkedByGuardians({
  services,
  actor,
  patientId,
}: Admitted<ClinicActor> & { patientId: string }) {
  const [changes, words] = await Promise.all([
    markedByGuardians(services, actor, patientId),
    getTranslations("guardians.marked"),
  ]);
  if (changes.length === 0) return null;
  return (
    <Disclosure summary={words("title")}>
      <ul className="flex flex-col gap-1 text-dense">
        {changes.map(({ id, changedOn, stage, arch, by }) => (
          <li className="wrap-anywhere" key={id}>
            {words("line", {
              day: shortDate(changedOn),
              arch: words(arch),
              stage,
              name: by || words("former"),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
