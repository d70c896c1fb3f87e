type QrPictureProps = { label: string; size: number; path: string };

/** Black on white in both themes: a camera has to read it. */
export function QrPicture({ label, size, path }: QrPictureProps) {
  return (
    <svg
      aria-label={label}
      className="size-52 rounded-control"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect fill="#ffffff" height={size} width={size} />
      <path d={path} fill="#000000" />
    </svg>
  );
}
