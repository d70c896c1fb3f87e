import { ImageOff } from "lucide-react";
import type { CheckInView } from "@/domain/check-ins/photo-set";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { fillIn } from "@/lib/fill-in";
import type { PlacedPhoto } from "../photo-schema";
import type { CompareWords } from "./compare-words";
import { photoSrc } from "./shots";

type PhotoPaneProps = {
  title: string;
  set: { readonly day: string; readonly photos: readonly PlacedPhoto[] } | null;
  view: CheckInView;
  withAligner: boolean;
  side: string;
  /** A class: how much wider than its frame the picture is. */
  width: string;
  words: CompareWords;
  onScroll: (pane: HTMLElement) => void;
};

/** One of two frames of the same view. Enlarged, it scrolls, by keys too. */
export function PhotoPane(props: PhotoPaneProps) {
  const { title, set, view, withAligner, side, width, words, onScroll } = props;
  const photo = set?.photos.find((each) => each.view === view && each.withAligner === withAligner);
  const name = words.names[view];
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{title}</span>
        <span className="text-muted text-sm">{set?.day}</span>
      </figcaption>
      <section
        aria-label={fillIn(words.pane, { which: title, view: name, side })}
        className="aspect-4/3 overflow-auto rounded-control border border-hairline bg-sunken"
        data-pane=""
        onScroll={(event) => onScroll(event.currentTarget)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {photo && set ? (
          <PrivateImage
            alt={fillIn(words.photo, { view: name, side, day: set.day })}
            className={`block aspect-4/3 max-w-none object-contain ${width}`}
            key={photo.uploadId}
            src={photoSrc(photo.uploadId, {})}
          />
        ) : (
          <p className="flex size-full flex-col items-center justify-center gap-2 text-center text-muted">
            <ImageOff aria-hidden="true" className="size-6" />
            {set === null ? words.noBefore : words.none}
          </p>
        )}
      </section>
    </figure>
  );
}
