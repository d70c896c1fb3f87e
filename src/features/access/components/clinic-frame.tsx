import {
  CalendarDays,
  Inbox,
  KeyRound,
  LayoutList,
  ListPlus,
  ScrollText,
  Search,
  Settings2,
  Unplug,
  Users,
  Wrench,
} from "lucide-react";
import type { ReactNode } from "react";
import { type RailItem, RailShell } from "@/components/shells/rail-shell";
import { Shortcuts } from "@/components/shells/shortcuts";
import { unreadCount } from "@/features/messages/queries";
import { repairCount } from "@/features/repairs/repair-count";
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
  const [facts, unread, repairs, shell, words] = await Promise.all([
    shellFacts(services, session),
    unreadCount(services, session),
    doctor ? 0 : repairCount(services, session),
    getTranslations("common.shell"),
    getTranslations("access.clinic"),
  ]);
  const doctorItems: RailItem[] = [
    {
      href: "/doctor",
      label: words("patients"),
      icon: <LayoutList aria-hidden="true" className="size-5" />,
      exact: true,
    },
    {
      href: "/doctor/diary",
      label: words("diary"),
      icon: <CalendarDays aria-hidden="true" className="size-5" />,
    },
    {
      href: "/doctor/inbox",
      label: words("inbox"),
      icon: <Inbox aria-hidden="true" className="size-5" />,
      count: unread,
    },
    {
      href: "/doctor/integrations",
      label: words("integrations"),
      icon: <Unplug aria-hidden="true" className="size-5" />,
    },
  ];
  const deskItems: RailItem[] = [
    {
      href: "/desk",
      label: words("records"),
      icon: <Search aria-hidden="true" className="size-5" />,
      exact: true,
    },
    {
      href: "/desk/diary",
      label: words("diary"),
      icon: <CalendarDays aria-hidden="true" className="size-5" />,
    },
    {
      href: "/desk/waiting-list",
      label: words("waitingList"),
      icon: <ListPlus aria-hidden="true" className="size-5" />,
    },
    {
      href: "/desk/login-links",
      label: words("loginLinks"),
      icon: <KeyRound aria-hidden="true" className="size-5" />,
    },
    {
      href: "/desk/repairs",
      label: words("repairs"),
      icon: <Wrench aria-hidden="true" className="size-5" />,
      count: repairs,
      countLabel: words("repairsWaiting"),
    },
    ...(session.role === "admin"
      ? [
          {
            href: "/desk/people",
            label: words("people"),
            icon: <Users aria-hidden="true" className="size-5" />,
          },
          {
            href: "/desk/audit",
            label: words("audit"),
            icon: <ScrollText aria-hidden="true" className="size-5" />,
          },
          {
            href: "/desk/settings",
            label: words("settings"),
            icon: <Settings2 aria-hidden="true" className="size-5" />,
          },
        ]
      : []),
  ];
  const shortcuts = [
    { keys: ["j", "k"], label: words("keys.list") },
    { keys: ["/"], label: words("keys.search") },
    { keys: ["p", "n"], label: words("keys.diaryStep") },
    { keys: ["t"], label: words("keys.diaryToday") },
    { keys: ["b"], label: words("keys.diaryBook") },
    { keys: ["m"], label: words("keys.diaryMove") },
    { keys: ["?"], label: words("keys.all") },
  ];
  return (
    <SessionFrame facts={facts}>
      <RailShell
        accountItems={<LogOut label={shell("logOut")} />}
        area={words(doctor ? "doctor" : "desk")}
        brand={facts.brand}
        items={doctor ? doctorItems : deskItems}
        personName={facts.personName}
        settingsHref={facts.settingsHref}
        tools={<Shortcuts shortcuts={shortcuts} />}
      >
        {children}
      </RailShell>
    </SessionFrame>
  );
}
