"use client";

import { Download, FileText, ImageOff } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/dialog";
import { fillIn } from "@/lib/fill-in";
import type { UploadView } from "../schema";
import { PrivateImage } from "./private-image";

interface ShownWords {
  readonly open: string;
  readonly save: string;
  readonly saveShort: string;
  readonly photo: string;
  readonly hidden: string;
}

type ShownAttachmentsProps = {
  uploads: readonly UploadView[];
  patientId: string;
  author: string;
  words: ShownWords;
};

/** The photos and documents of a message: small pictures that open, documents to save. */
export function ShownAttachments({ uploads, patientId, author, words }: ShownAttachmentsProps) {
  const [open, setOpen] = useState<UploadView | null>(null);
  if (uploads.length === 0) return null;
  const photos = uploads.filter(({ kind }) => kind === "photo");
  const documents = uploads.filter(({ kind }) => kind !== "photo");
  const href = (upload: UploadView) => `/api/uploads/${upload.id}?patientId=${patientId}`;
  const alt = fillIn(words.photo, { author });
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
                  onClick={() => setOpen(photo)}
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
      <Dialog
        actions={
          open && (
            <a
              className="inline-flex min-h-11 items-center gap-2 rounded-control border border-edge px-4 font-semibold hover:bg-sunken"
              download={open.fileName}
              href={href(open)}
            >
              <Download aria-hidden="true" className="size-5" />
              {words.saveShort}
            </a>
          )
        }
        onClose={() => setOpen(null)}
        open={open !== null}
        title={<span dir="auto">{open?.fileName}</span>}
      >
        {open && (
          <PrivateImage
            alt={alt}
            className="max-h-[70dvh] w-full rounded-control bg-sunken object-contain"
            height={open.height ?? undefined}
            src={href(open)}
            width={open.width ?? undefined}
          />
        )}
      </Dialog>
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
