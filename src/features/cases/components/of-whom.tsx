"use client";

import { useRouter } from "next/navigation";
import { Card } from "@/components/layout";
import {
  PatientSearch,
  type PatientSearchWords,
} from "@/features/records/components/patient-search";

type OfWhomProps = { language: string; words: PatientSearchWords };

/** Whose case one begins, before which lab. */
export function OfWhom({ language, words }: OfWhomProps) {
  const router = useRouter();
  return (
    <Card>
      <PatientSearch
        language={language}
        onChoose={({ id }) => router.push(`/doctor/cases/new?patient=${id}`)}
        words={words}
      />
    </Card>
  );
}
