import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react";

/** As far as one notch of a wheel turns, or two fingers on a trackpad move, for one step. */
const stepPx = 60;

/**
 * The frame around an enlarged photo: a mouse takes hold of the photo and moves it, Ctrl with the wheel (a pinch on a
 * trackpad) zooms the photo instead of the page. Fingers scroll, and zoom the screen, as everywhere.
 */
export function useFrame(frame: RefObject<HTMLElement | null>, zoom: (by: 1 | -1) => void) {
  const held = useRef<{ x: number; y: number } | null>(null);
  const turned = useRef(0);
  const turn = useEffectEvent((deltaY: number) => {
    turned.current += deltaY;
    if (Math.abs(turned.current) < stepPx) return;
    zoom(turned.current < 0 ? 1 : -1);
    turned.current = 0;
  });
  useEffect(() => {
    const element = frame.current;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turn(event.deltaY);
    };
    // React listens to wheels passively, and could not keep the page from zooming.
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  });
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // Beside the photo lie the bars, which move by themselves.
      const isOnPhoto = event.target !== event.currentTarget;
      if (event.pointerType !== "mouse" || event.button !== 0 || !isOnPhoto) return;
      held.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!held.current) return;
      event.currentTarget.scrollBy(held.current.x - event.clientX, held.current.y - event.clientY);
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp() {
      held.current = null;
    },
    onPointerCancel() {
      held.current = null;
    },
  };
}
