/** Where one arrives who was led on to the next thread. */
export const threadHeadingId = "open-thread";
