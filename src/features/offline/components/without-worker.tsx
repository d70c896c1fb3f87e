"use client";

import { useEffect } from "react";

/** On the practice's side nothing is kept: a worker that a patient's pages left in this browser goes. */
export function WithoutWorker() {
  useEffect(() => {
    void navigator.serviceWorker
      ?.getRegistration()
      .then((registration) => registration?.unregister());
  }, []);
  return null;
}
