import { Button } from "@/components/button";
import type { UploadView } from "@/features/uploads/schema";
import { fillIn } from "@/lib/fill-in";
import type { ComposerWords } from "../components/words";

/** A message that comes back to its writer, and who answered meanwhile. */
export interface GivenBack {
  readonly name: string;
  readonly item: { readonly body: string; readonly attachments: readonly UploadView[] };
}

/** "Maren answered while you were writing": stands in the composer's form, which its button sends again. */
export function GivenBackNote({ name, says }: { name: string; says: ComposerWords }) {
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-control bg-notice-soft py-1 ps-4 pe-1"
      role="alert"
    >
      <p className="py-1.5 [overflow-wrap:anywhere]">{fillIn(says.answeredMeanwhile, { name })}</p>
      <Button kind="quiet" small type="submit">
        {says.sendAnyway}
      </Button>
    </div>
  );
}
