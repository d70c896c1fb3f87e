import { archTeeth, toothPath } from "./arch-geometry";

const places = archTeeth(90, 108);

/** The bare arch as ornament, in the colour of the text around it. */
export function ArchOutline({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      viewBox="-108 -16 216 142"
    >
      {places.map((place) => (
        <path
          d={toothPath(place, 1.6)}
          vectorEffect="non-scaling-stroke"
          key={`${place.x} ${place.y}`}
          transform={`translate(${place.x} ${place.y}) rotate(${place.turn})`}
        />
      ))}
    </svg>
  );
}
