import { getLocale } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { Card } from "@/components/layout";
import { dayIn } from "@/features/treatment/load-facts";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { fillIn } from "@/lib/fill-in";
import { formatDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { smilePhotos } from "../smile-photos";
import { BeforeAfter } from "./before-after";
import { photoSrc } from "./shots";

type SmileSoFarProps = {
  services: Services;
  /** Their gate has opened the patient: the patient's side, or an orthodontist. */
  actor: { readonly practiceId: string; readonly zone: string };
  patientId: string;
  audience: "patient" | "clinic";
};

/** Then and now under one slider, and every front photo since the first one (R27); nothing before there is one. */
export async function SmileSoFar({ services, actor, patientId, audience }: SmileSoFarProps) {
  const photos = await smilePhotos(services, actor.practiceId, patientId);
  const first = photos[0];
  const last = photos.at(-1);
  if (first === undefined || last === undefined) return null;
  const [words, language] = await Promise.all([getTranslations("checkIns.smile"), getLocale()]);
  const of = audience === "patient" ? { patientId } : {};
  const day = (at: string) =>
    formatDay(dayIn(actor.zone, Temporal.Instant.from(at)).toString(), language, true);
  return (
    <Card className="flex flex-col gap-4">
      <h2 className="font-semibold text-lg">
        {words(audience === "patient" ? "title" : "clinicTitle")}
      </h2>
      {first !== last && (
        <BeforeAfter
          after={{
            src: photoSrc(last.uploadId, of),
            alt: words("after", { day: day(last.takenAt) }),
          }}
          before={{
            src: photoSrc(first.uploadId, of),
            alt: words("before", { day: day(first.takenAt) }),
          }}
          slider={words("slider")}
          value={fillIn(String(words.raw("value")), { day: day(first.takenAt) })}
        />
      )}
      {first === last && (
        <p className="text-muted">{words(audience === "patient" ? "one" : "clinicOne")}</p>
      )}
      <section
        aria-label={words("strip")}
        className="-mx-1 overflow-x-auto rounded-control px-1 pb-1"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <ol className="flex gap-3">
          {photos.map((photo) => (
            <li className="flex w-28 shrink-0 flex-col gap-1" key={photo.checkInId}>
              <PrivateImage
                alt={words("photo", { day: day(photo.takenAt) })}
                className="aspect-4/3 w-full rounded-control bg-sunken object-cover"
                loading="lazy"
                src={photoSrc(photo.uploadId, { ...of, small: true })}
              />
              <span className="text-sm">{day(photo.takenAt)}</span>
              {photo.stageNumber !== null && (
                <span className="text-muted text-sm">
                  {words("atStage", { number: photo.stageNumber })}
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </Card>
  );
}
