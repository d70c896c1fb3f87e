"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import type { ScanView } from "../schema";

type Tell = (arch: ScanView["arch"], isUnderWay: boolean) => void;

const UnderWayContext = createContext<Tell>(() => {});

/** Hears of the scans that are on their way from this page, wherever below it they are sent. */
export function ScansUnderWay({ onTell, children }: { onTell: Tell; children: ReactNode }) {
  return <UnderWayContext value={onTell}>{children}</UnderWayContext>;
}

/** Which are on their way; and what to tell them by. */
export function useScansUnderWay(): readonly [isAny: boolean, tell: Tell] {
  const [arches, setArches] = useState<readonly ScanView["arch"][]>([]);
  const tell = useCallback<Tell>((arch, isUnderWay) => {
    setArches((now) =>
      now.includes(arch) === isUnderWay
        ? now
        : isUnderWay
          ? [...now, arch]
          : now.filter((other) => other !== arch),
    );
  }, []);
  return [arches.length > 0, tell];
}

/** Tells whether one is on its way, until its place is gone. */
export function useTellUnderWay(arch: ScanView["arch"], isUnderWay: boolean): void {
  const tell = useContext(UnderWayContext);
  useEffect(() => {
    tell(arch, isUnderWay);
    return () => tell(arch, false);
  }, [tell, arch, isUnderWay]);
}
