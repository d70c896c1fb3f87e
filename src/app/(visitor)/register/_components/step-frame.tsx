import type { ReactNode } from "react";
import { Card, PageTitle, Stack } from "@/components/layout";
import { StepProgress } from "@/components/step-progress";
import { getTranslations } from "@/lib/translations";

type StepFrameProps = {
  progress?: { step: number; total: number };
  title: string;
  lead?: ReactNode;
  children: ReactNode;
};

/** One step: how far, what is asked, and the form. */
export async function StepFrame({ progress, title, lead, children }: StepFrameProps) {
  const words = await getTranslations("registration");
  return (
    <Card>
      <Stack gap={6}>
        {progress && <StepProgress {...progress} label={words("steps", progress)} />}
        <PageTitle lead={lead} title={title} />
        {children}
      </Stack>
    </Card>
  );
}
