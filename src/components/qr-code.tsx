import type { QrPath } from "@/lib/qr-path";

type QrCodeProps = QrPath & { label: string };

/** A QR code for a camera: dark on white in every colour scheme. */
export function QrCode({ label, size, path }: QrCodeProps) {
  return (
    <svg
      aria-label={label}
      className="size-52 max-w-full rounded-control border border-hairline bg-white"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect fill="#ffffff" height={size} width={size} />
      <path d={path} fill="#000000" />
    </svg>
  );
}
