"use client";

import { FileText, ImageOff } from "lucide-react";
import { useState } from "react";
import { fillIn } from "@/lib/fill-in";
import type { UploadView } from "../schema";
import { Lightbox, type LightboxWords } from "./lightbox";
import { PrivateImage } from "./private-image";

interface ShownWords extends LightboxWords {
  readonly open: string;
  readonly save: string;
  readonly photo: string;
  readonly hidden: string;
}

type ShownAttachmentsProps = {
  uploads: readonly UploadView[];
  patientId: string;
  author: string;
  /** When the message was sent, as people say it. */
  sent: string;
  words: ShownWords;
};

/** The photos and documents of a message: small pictures that open, documents to save. */
export function ShownAttachments({
  uploads,
  patientId,
  author,
  sent,
  words,
}: ShownAttachmentsProps) {
  const [open, setOpen] = useState<number | null>(null);
  if (uploads.length === 0) return null;
  const photos = uploads.filter(({ kind }) => kind === "photo");
  const documents = uploads.filter(({ kind }) => kind !== "photo");
  const href = (upload: UploadView) => `/api/uploads/${upload.id}?patientId=${patientId}`;
  const alt = fillIn(words.photo, { author });
  const viewable = photos.filter((photo) => photo.viewable);
  return (
    <div className="flex flex-col gap-2">
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {photos.map((photo) => (
            <li key={photo.id}>
              {photo.viewable ? (
                <button
                  aria-label={fillIn(words.open, { name: photo.fileName })}
                  className="block size-36 overflow-hidden rounded-control border border-hairline bg-sunken sm:size-44"
                  onClick={() => setOpen(viewable.indexOf(photo))}
                  type="button"
                >
                  <PrivateImage
                    alt=""
                    className="size-full object-cover"
                    height={photo.height ?? undefined}
                    loading="lazy"
                    src={`${href(photo)}&size=preview`}
                    width={photo.width ?? undefined}
                  />
                </button>
              ) : (
                <p className="flex items-center gap-2 rounded-control border border-edge border-dashed p-3 text-muted text-sm">
                  <ImageOff aria-hidden="true" className="size-5 shrink-0" />
                  {words.hidden}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {documents.map((document) => (
        <a
          aria-label={fillIn(words.save, { name: document.fileName })}
          className="flex min-h-11 w-fit max-w-full items-center gap-3 rounded-control border border-edge bg-surface px-3 py-2 hover:bg-sunken"
          download={document.fileName}
          href={href(document)}
          key={document.id}
        >
          <FileText aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span className="min-w-0 truncate font-medium" dir="auto">
            {document.fileName}
          </span>
          <span className="shrink-0 text-muted text-sm">{sizeText(document.bytes)}</span>
        </a>
      ))}
      {viewable.length > 0 && (
        <Lightbox
          at={open}
          onClose={() => setOpen(null)}
          onMove={setOpen}
          photos={viewable.map((photo) => ({
            id: photo.id,
            name: photo.fileName,
            src: href(photo),
            alt,
            said: `${author} · ${sent}`,
          }))}
          words={words}
        />
      )}
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
