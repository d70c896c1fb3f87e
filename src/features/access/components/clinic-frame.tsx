import {
  CalendarDays,
  Camera,
  Inbox,
  KeyRound,
  LayoutList,
  ListPlus,
  type LucideIcon,
  MessageSquareText,
  Package,
  ScrollText,
  Search,
  Settings2,
  Unplug,
  Users,
  Wrench,
} from "lucide-react";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { type RailItem, RailShell } from "@/components/shells/rail-shell";
import { Shortcuts } from "@/components/shells/shortcuts";
import { PushFrame } from "@/features/account/push/components/push-frame";
import { countWaitingCheckIns } from "@/features/check-ins/waiting";
import { LiveUnread } from "@/features/messages/live/components/live-unread";
import { unreadCount } from "@/features/messages/queries";
import { WithoutWorker } from "@/features/offline/components/without-worker";
import { paletteWordKeys } from "@/features/records/components/palette-words";
import { PatientPalette } from "@/features/records/components/patient-palette";
import { repairCount } from "@/features/repairs/repair-count";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { OpenSession } from "../open-session";
import { shellFacts } from "../shell-facts";
import { LogOut } from "./log-out";
import { SessionFrame } from "./session-frame";

type ClinicFrameProps = { services: Services; session: OpenSession; children: ReactNode };

/** The frame of the practice's side: the orthodontist's area, or the desk. */
export async function ClinicFrame({ services, session, children }: ClinicFrameProps) {
  const doctor = session.role === "orthodontist";
  const [facts, unread, checkIns, repairs, shell, words, ui, find, language] = await Promise.all([
    shellFacts(services, session),
    unreadCount(services, session),
    doctor ? countWaitingCheckIns(services, session, { everybody: false }) : 0,
    doctor ? 0 : repairCount(services, session),
    getTranslations("common.shell"),
    getTranslations("access.clinic"),
    getTranslations("common.ui"),
    getTranslations("records.palette"),
    getLocale(),
  ]);
  const item = (
    href: string,
    label: string,
    Icon: LucideIcon,
    more: Pick<RailItem, "exact" | "count" | "countLabel" | "badge"> = {},
  ): RailItem => ({
    href,
    label,
    icon: <Icon aria-hidden="true" className="size-5" />,
    ...more,
  });
  const inbox = (href: string) =>
    item(href, words("inbox"), Inbox, {
      badge: <LiveUnread count={unread} label={ui("unread")} />,
    });
  const doctorItems = [
    item("/doctor", words("patients"), LayoutList, { exact: true }),
    item("/doctor/check-ins", words("checkIns"), Camera, {
      count: checkIns,
      countLabel: words("checkInsWaiting"),
    }),
    item("/doctor/diary", words("diary"), CalendarDays),
    inbox("/doctor/inbox"),
    item("/doctor/cases", words("cases"), Package),
    item("/doctor/integrations", words("integrations"), Unplug),
  ];
  const deskItems = [
    item("/desk", words("records"), Search, { exact: true }),
    item("/desk/diary", words("diary"), CalendarDays),
    inbox("/desk/inbox"),
    item("/desk/waiting-list", words("waitingList"), ListPlus),
    item("/desk/login-links", words("loginLinks"), KeyRound),
    item("/desk/repairs", words("repairs"), Wrench, {
      count: repairs,
      countLabel: words("repairsWaiting"),
    }),
    item("/desk/usage", words("usage"), MessageSquareText),
    ...(session.role === "admin"
      ? [
          item("/desk/people", words("people"), Users),
          item("/desk/audit", words("audit"), ScrollText),
          item("/desk/settings", words("settings"), Settings2),
        ]
      : []),
  ];
  const shortcuts = [
    { keys: ["j", "k"], label: words("keys.list") },
    { keys: ["/"], label: words("keys.search") },
    { keys: ["Ctrl", "K"], label: words("keys.patient") },
    ...(doctor ? [{ keys: ["p", "n"], label: words("keys.patientStep") }] : []),
    { keys: ["p", "n"], label: words("keys.diaryStep") },
    { keys: ["t"], label: words("keys.diaryToday") },
    { keys: ["b"], label: words("keys.diaryBook") },
    { keys: ["m"], label: words("keys.diaryMove") },
    { keys: ["r"], label: words("keys.inboxAnswer") },
    { keys: ["w"], label: words("keys.inboxTemplates") },
    { keys: ["e"], label: words("keys.inboxClose") },
    { keys: ["a"], label: words("keys.inboxAssign") },
    { keys: ["s"], label: words("keys.inboxSnooze") },
    ...(doctor
      ? [
          { keys: ["a"], label: words("keys.adjustPlan") },
          { keys: ["1", "5"], label: words("keys.photoView") },
          { keys: ["i"], label: words("keys.photoSide") },
          { keys: ["+", "-"], label: words("keys.photoSize") },
          { keys: ["g", "x"], label: words("keys.photoVerdict") },
        ]
      : []),
    { keys: ["?"], label: words("keys.all") },
  ];
  return (
    <SessionFrame facts={facts}>
      <WithoutWorker />
      <PushFrame services={services} session={session} />
      <RailShell
        accountItems={<LogOut label={shell("logOut")} />}
        area={words(doctor ? "doctor" : "desk")}
        brand={facts.brand}
        items={doctor ? doctorItems : deskItems}
        personName={facts.personName}
        settingsHref={facts.settingsHref}
        tools={
          <div className="flex flex-col gap-0.5">
            <PatientPalette
              language={language}
              path={doctor ? "/doctor/patients" : "/desk/records"}
              words={pickWords((key) => find.raw(key), paletteWordKeys)}
            />
            <Shortcuts shortcuts={shortcuts} />
          </div>
        }
      >
        {children}
      </RailShell>
    </SessionFrame>
  );
}
