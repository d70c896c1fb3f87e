"use client";

import { useState } from "react";
import { FocusedNotice } from "@/components/focused-notice";
import { Card, Row, Section, Stack } from "@/components/layout";
import { fillIn } from "@/lib/fill-in";
import type cases from "../../../../messages/en/cases.json";
import { TakeParcel } from "./take-parcel";

type ParcelListProps = {
  parcels: readonly {
    readonly id: string;
    readonly number: string;
    /** In words, or null where the lab did not say. */
    readonly shipped: string | null;
    readonly tracking: string | null;
  }[];
  words: (typeof cases)["parcel"];
};

/** Parcels on their way; one that has arrived leaves the list, and a notice says so in its place. */
export function ParcelList({ parcels, words }: ParcelListProps) {
  const [arrived, setArrived] = useState<string | null>(null);
  if (arrived === null && parcels.length === 0) return null;
  return (
    <Stack gap={4}>
      {arrived !== null && (
        <FocusedNotice
          key={arrived}
          title={fillIn(words.noted, { number: arrived })}
          tone="success"
        >
          {words.notedText}
        </FocusedNotice>
      )}
      {parcels.length > 0 && (
        <Section id="parcels" title={words.title}>
          {parcels.map(({ id, number, shipped, tracking }) => (
            <Card key={id}>
              <Row between>
                <div className="flex min-w-0 flex-col">
                  <span className="font-semibold">{number}</span>
                  {shipped && <span className="text-muted text-sm">{shipped}</span>}
                  {tracking && <span className="text-muted text-sm wrap-anywhere">{tracking}</span>}
                </div>
                <TakeParcel
                  caseId={id}
                  label={fillIn(words.arrivedOf, { number })}
                  onTaken={() => setArrived(number)}
                  words={words}
                />
              </Row>
            </Card>
          ))}
        </Section>
      )}
    </Stack>
  );
}
