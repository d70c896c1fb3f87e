"use client";

import { lazy, useEffect } from "react";

const booking = () => import("./booking-dialog");
const moving = () => import("./move-dialog");
const visiting = () => import("./visit-dialog");

const AFTER_MS = 1500;

export const BookingDialog = lazy(async () => ({ default: (await booking()).BookingDialog }));
export const MoveDialog = lazy(async () => ({ default: (await moving()).MoveDialog }));
export const VisitDialog = lazy(async () => ({ default: (await visiting()).VisitDialog }));

/** The dialogs come once the diary stands, before anybody needs them. */
export function useDialogsEarly(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([booking(), moving(), visiting()]), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
