import {
  Bell,
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
  ["recordViews", Eye],
  ["export", Download],
]);

export function sectionIcon(key: string): LucideIcon {
  return icons.get(key) ?? UserRound;
}
