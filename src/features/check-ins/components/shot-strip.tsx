import { Check, TriangleAlert } from "lucide-react";
import { Spinner } from "@/components/spinner";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { classNames } from "@/lib/class-names";
import type { CaptureWords } from "./capture-words";
import type { ShotState } from "./shots";
import { ViewOutline } from "./view-outline";

type ShotStripProps = {
  shots: readonly ShotState[];
  current: string;
  words: CaptureWords;
  onChoose: (key: string) => void;
};

/** All views of one side, each with how far it is; a press shows it large. */
export function ShotStrip({ shots, current, words, onChoose }: ShotStripProps) {
  return (
    <ul aria-label={words.shot.strip} className="grid grid-cols-5 gap-2">
      {shots.map((shot) => (
        <li key={shot.key}>
          <button
            aria-current={shot.key === current ? "step" : undefined}
            aria-label={`${words.views[shot.view]}, ${words.shot[shot.state]}`}
            className={classNames(
              "relative block aspect-square w-full overflow-hidden rounded-control border-2 bg-sunken text-muted transition-colors",
              shot.key === current ? "border-accent" : "border-hairline hover:border-edge",
            )}
            onClick={() => onChoose(shot.key)}
            type="button"
          >
            {shot.picture === null ? (
              <ViewOutline
                className="size-full p-1"
                view={shot.view}
                withAligner={shot.withAligner}
              />
            ) : (
              <PrivateImage alt="" className="size-full object-cover" src={shot.picture} />
            )}
            <Mark state={shot.state} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Mark({ state }: Pick<ShotState, "state">) {
  if (state === "empty") return null;
  const tone =
    state === "sent"
      ? "bg-success-soft text-success"
      : state === "failed"
        ? "bg-danger-soft text-danger"
        : "bg-surface text-accent";
  return (
    <span
      className={`absolute inset-e-1 bottom-1 grid size-6 place-items-center rounded-full ${tone}`}
    >
      {state === "sending" && <Spinner />}
      {state === "sent" && <Check aria-hidden="true" className="size-4" strokeWidth={3} />}
      {state === "failed" && <TriangleAlert aria-hidden="true" className="size-4" />}
    </span>
  );
}
