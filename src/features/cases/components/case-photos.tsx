"use client";

import { useState } from "react";
import { Lightbox, type LightboxWords } from "@/features/uploads/components/lightbox";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { fillIn } from "@/lib/fill-in";
import type { CaseFileView } from "../schema";

type CasePhotosProps = {
  photos: readonly Pick<CaseFileView, "id" | "href" | "fileName">[];
  /** "Photo {number}" */
  name: string;
  words: LightboxWords;
};

/** The photos of a case, small; pressed, large. */
export function CasePhotos({ photos, name, words }: CasePhotosProps) {
  const [at, setAt] = useState<number | null>(null);
  const called = (index: number) => fillIn(name, { number: index + 1 });
  return (
    <>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 lg:grid-cols-6">
        {photos.map(({ id, href }, index) => (
          <li key={id}>
            <button
              aria-label={called(index)}
              className="block w-full overflow-hidden rounded-control border border-hairline bg-sunken"
              onClick={() => setAt(index)}
              type="button"
            >
              <PrivateImage
                alt=""
                className="aspect-square w-full object-cover"
                loading="lazy"
                src={`${href}?size=preview`}
              />
            </button>
          </li>
        ))}
      </ul>
      <Lightbox
        at={at}
        onClose={() => setAt(null)}
        onMove={setAt}
        photos={photos.map(({ id, href, fileName }, index) => ({
          id,
          name: fileName,
          src: href,
          alt: called(index),
          said: called(index),
        }))}
        words={words}
      />
    </>
  );
}
