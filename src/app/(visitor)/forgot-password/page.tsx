import type { Metadata } from "next";
import { Card } from "@/components/layout";
import { visitorFacts } from "@/features/access/visitor-facts";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { ForgotPassword } from "./_components/forgot-password";
import { forgotWordKeys } from "./_components/forgot-words";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitor.forgot");
  return { title: words("title") };
}

export default async function ForgotPasswordPage() {
  const [words, { query, support }] = await Promise.all([
    getTranslations("visitor.forgot"),
    visitorFacts(),
  ]);
  return (
    <Card>
      <ForgotPassword
        query={query}
        support={support}
        words={pickWords((key) => words.raw(key), forgotWordKeys)}
      />
    </Card>
  );
}
