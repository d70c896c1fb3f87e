import type { CareStage } from "@/domain/care/care-stage";
import type { CareTopic } from "../topics";

interface Listed {
  /** Its file in `messages/<language>/care/`, and its address; never given to another text. */
  readonly key: string;
  readonly topic: CareTopic;
  /** Whom it helps most; null: everybody. */
  readonly stageKind: CareStage | null;
}

const about = (topic: CareTopic, ...list: readonly (readonly [string, CareStage?])[]): Listed[] =>
  list.map(([key, stageKind = null]) => ({ key, topic, stageKind }));

/** The articles every practice begins with, in their order (R26). */
export const shippedList: readonly Listed[] = [
  ...about(
    "start",
    ["before-you-start", "before_start"],
    ["first-days", "first_aligner"],
    ["putting-in-and-out", "first_aligner"],
    ["speaking", "first_aligner"],
  ),
  ...about(
    "wearing",
    ["wear-time", "aligner"],
    ["changing", "aligner"],
    ["waiting-for-a-visit", "stopped"],
    ["when-late", "aligner"],
    ["paused", "paused"],
    ["chewies"],
  ),
  ...about("cleaning", ["cleaning"], ["cleaning-teeth"], ["storing"]),
  ...about("eating", ["eating"], ["drinking"], ["gum-and-smoking"]),
  ...about(
    "problems",
    ["urgent"],
    ["lost"],
    ["does-not-fit", "aligner"],
    ["sore-spots"],
    ["attachment-off"],
  ),
  ...about("life", ["sports-music"], ["travelling"], ["school-and-work"]),
  ...about(
    "words",
    ["attachments", "template"],
    ["elastics"],
    ["space-between-teeth"],
    ["passive", "passive"],
    ["refinement"],
    ["overcorrection", "overcorrection"],
  ),
  ...about("after", ["retainers", "retainer"], ["retainer-care", "retainer"]),
  ...about(
    "portal",
    ["visits"],
    ["photos", "stopped"],
    ["messages"],
    ["account"],
    ["guardians"],
    ["who-sees"],
  ),
];
