"use client";

import { useEffect } from "react";
import { stopKeeping } from "../keeps-here";

/** On the practice's side nothing is kept: what a patient's pages left in this browser goes. */
export function WithoutWorker() {
  useEffect(() => void stopKeeping(), []);
  return null;
}
