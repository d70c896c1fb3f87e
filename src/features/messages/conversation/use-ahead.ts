"use client";

import { useEffect, useState } from "react";

/** How far the server's clock is ahead of this device's, as the page came, in milliseconds. */
export function useAheadMs(at: string): number {
  const [aheadMs, setAheadMs] = useState(0);
  useEffect(() => setAheadMs(Date.parse(at) - Date.now()), [at]);
  return aheadMs;
}
