import {
  Bell,
  CalendarDays,
  Download,
  Eye,
  IdCard,
  KeyRound,
  type LucideIcon,
  Mail,
  MonitorSmartphone,
  ShieldCheck,
  Smartphone,
  UserRound,
  UserRoundX,
} from "lucide-react";

const icons = new Map<string, LucideIcon>([
  ["overview", UserRound],
  ["profile", IdCard],
  ["email", Mail],
  ["mobile", Smartphone],
  ["password", KeyRound],
  ["security", ShieldCheck],
  ["sessions", MonitorSmartphone],
  ["notifications", Bell],
  ["calendar", CalendarDays],
  ["recordViews", Eye],
  ["export", Download],
  ["erasure", UserRoundX],
]);

export function sectionIcon(key: string): LucideIcon {
  return icons.get(key) ?? UserRound;
}
