import { StatusChip } from "@/components/badge";
import type { GuardianLine } from "@/features/guardians/record-guardians";
import { shortDate, shortDateAt } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { DeleteLogin } from "./delete-login";
import { GuardiansActions } from "./guardians-actions";
import type { ItemWords, MadeWords } from "./guardians-words";

const tones = {
  invited: "notice",
  unconfirmed: "notice",
  stopped: "danger",
  later: "plain",
  active: "success",
  over: "plain",
} as const;

type GuardianItemProps = {
  guardian: GuardianLine;
  zone: string;
  words: ItemWords;
  made: MadeWords;
};

/** One guardian: rights, days, how far the invitation has come, and what staff can do. */
export async function GuardianItem({ guardian, zone, words: own, made }: GuardianItemProps) {
  const words = await getTranslations("guardians.record");
  const { state, link, rights, fromOn, untilOn, loginName } = guardian;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="wrap-anywhere font-semibold">{guardian.name}</span>
        <StatusChip tone={tones[state]}>{words(`state.${state}`)}</StatusChip>
      </span>
      <span className="text-muted text-sm">
        {words(rights === "full" ? "rightsFull" : "rightsView")},{" "}
        {words("fromOn", { day: shortDate(fromOn) })}
        {untilOn && <> {words("untilOn", { day: shortDate(untilOn) })}</>}
        {link && state === "invited" && <> · {words(`link.${link}`)}</>}
      </span>
      <span className="wrap-anywhere text-muted text-sm">
        {[guardian.mobile, guardian.email, words("loginName", { name: loginName })]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <GuardiansActions
        canLink={state === "invited"}
        canRenew={state === "stopped"}
        guardianshipId={guardian.id}
        made={made}
        terms={{ rights, untilOn }}
        words={own}
        zone={zone}
      >
        <DeleteTheirs guardian={guardian} />
      </GuardiansActions>
    </li>
  );
}

type FormerGuardianProps = { guardian: GuardianLine; zone: string };

/** Somebody whose access has ended: when, and why as staff wrote it. */
export async function FormerGuardian({ guardian, zone }: FormerGuardianProps) {
  const words = await getTranslations("guardians.record");
  const { endedAt, endedReason, untilOn } = guardian;
  const day = endedAt === null ? shortDate(untilOn ?? "") : shortDateAt(endedAt, zone);
  const because =
    endedReason === "age"
      ? words("endedAge")
      : endedReason === "until" || endedReason === null
        ? words("endedUntil")
        : endedReason === "login_erased"
          ? words("endedErased")
          : endedReason;
  return (
    <li className="wrap-anywhere">
      <span className="font-semibold">{guardian.name || words("nameErased")}</span>
      <br />
      <span className="text-muted">{words("endedOn", { day, reason: because })}</span>
      <DeleteTheirs guardian={guardian} />
    </li>
  );
}

/** S23: a guardian mostly has no record of their own from which an admin could delete the login. */
function DeleteTheirs({ guardian: { loginId, name } }: { guardian: GuardianLine }) {
  return loginId && <DeleteLogin isNamed loginId={loginId} name={name} />;
}
