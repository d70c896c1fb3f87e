import {
  Armchair,
  CalendarCheck2,
  CheckCheck,
  CircleHelp,
  Hourglass,
  type LucideIcon,
  UserCheck,
  UserX,
} from "lucide-react";
import type { DiaryVisit } from "../../schema";
import type { DiaryWordKey } from "../diary-words";

interface VisitLook {
  readonly box: string;
  readonly icon: LucideIcon | null;
  readonly word: DiaryWordKey;
}

/** How each state looks: shape and sign as well as colour, so that it prints and is seen by everybody. */
export const visitLooks: Record<DiaryVisit["state"], VisitLook> = {
  held: {
    box: "border-edge border-dashed bg-sunken text-muted",
    icon: Hourglass,
    word: "stateHeld",
  },
  requested: {
    box: "border-2 border-notice border-dashed bg-notice-soft text-notice",
    icon: CircleHelp,
    word: "stateRequested",
  },
  booked: { box: "border-edge bg-canvas text-ink", icon: null, word: "stateBooked" },
  confirmed: {
    box: "border-accent/50 bg-accent-soft text-ink",
    icon: CalendarCheck2,
    word: "stateConfirmed",
  },
  arrived: {
    box: "border-2 border-success bg-success-soft text-success",
    icon: UserCheck,
    word: "stateArrived",
  },
  in_chair: { box: "border-accent bg-accent text-on-accent", icon: Armchair, word: "stateInChair" },
  completed: {
    box: "border-hairline bg-sunken text-muted",
    icon: CheckCheck,
    word: "stateCompleted",
  },
  no_show: {
    box: "border-danger border-dotted bg-danger-soft text-danger",
    icon: UserX,
    word: "stateNoShow",
  },
  cancelled: { box: "border-hairline bg-sunken text-muted", icon: null, word: "stateCancelled" },
};

/** Lines that lean, for time that cannot be booked. */
export const hatch =
  "bg-[repeating-linear-gradient(135deg,transparent_0_6px,color-mix(in_oklab,var(--edge)_22%,transparent)_6px_7px)]";

/** The same where nobody works, as a ground from 768 px. */
export const outside =
  "md:bg-[repeating-linear-gradient(135deg,transparent_0_9px,color-mix(in_oklab,var(--edge)_14%,transparent)_9px_10px)]";
