import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { DisruptionView } from "../queries";
import { AskAll } from "./ask-all";
import { MoveAll } from "./move-all";

/** As many as one press asks. */
const AT_ONCE = 200;

type AllAtOnceProps = { list: DisruptionView; language: string };

/** What one press does for every open visit of a list, where there is more than one. */
export async function AllAtOnce({ list, language }: AllAtOnceProps) {
  const words = await getTranslations("disruptions.all");
  const open = list.visits.filter(({ is, isWish }) => is === "open" && !isWish);
  const asked = open.slice(0, AT_ONCE).map(({ appointmentId }) => appointmentId);
  const isChair = list.cause === "chair";
  return (
    <MoveAll
      id={list.id}
      language={language}
      offered={open.length > 1}
      text={words(isChair ? "planChair" : "planText")}
      words={pickWords(
        (key) => words.raw(key),
        ["title", "plan", "planTitle", "noTime", "move", "moved", "left", "cancel"],
      )}
    >
      {!isChair && (
        <AskAll
          appointmentIds={asked}
          id={list.id}
          words={{
            open: words("ask"),
            title: words("askTitle"),
            text: words("askText"),
            go: words("askGo", { count: asked.length }),
            cancel: words("cancel"),
          }}
        />
      )}
    </MoveAll>
  );
}
