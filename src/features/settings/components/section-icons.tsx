import {
  Baby,
  BellRing,
  BookHeart,
  Building2,
  CalendarClock,
  CalendarX2,
  CircleAlert,
  Clock,
  DoorClosed,
  ListChecks,
  MessagesSquare,
  Settings2,
  Store,
} from "lucide-react";
import type { ReactNode } from "react";

const icons = new Map<string, ReactNode>([
  ["visitTypes", <ListChecks aria-hidden="true" key="visitTypes" />],
  ["hours", <Clock aria-hidden="true" key="hours" />],
  ["closures", <DoorClosed aria-hidden="true" key="closures" />],
  ["booking", <CalendarClock aria-hidden="true" key="booking" />],
  ["places", <Building2 aria-hidden="true" key="places" />],
  ["reminders", <BellRing aria-hidden="true" key="reminders" />],
  ["messages", <MessagesSquare aria-hidden="true" key="messages" />],
  ["problems", <CircleAlert aria-hidden="true" key="problems" />],
  ["care", <BookHeart aria-hidden="true" key="care" />],
  ["guardians", <Baby aria-hidden="true" key="guardians" />],
  ["practice", <Store aria-hidden="true" key="practice" />],
  ["privacy", <CalendarX2 aria-hidden="true" key="privacy" />],
]);

export function sectionIcon(key: string): ReactNode {
  return icons.get(key) ?? <Settings2 aria-hidden="true" />;
}
