import type { ComponentProps } from "react";
import { FocusOnArrival } from "./focus-on-arrival";
import { Notice } from "./notice";

/** A notice that takes the focus when it appears: where it says how to go on, because what had the focus is closed. */
export function FocusedNotice(props: Omit<ComponentProps<typeof Notice>, "live">) {
  return (
    <FocusOnArrival arrived="notice">
      <Notice {...props} live />
    </FocusOnArrival>
  );
}
