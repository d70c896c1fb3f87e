import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CareStage } from "@/domain/care/care-stage";
import { type Language, languages } from "@/lib/words";
import type { CareTopic } from "../topics";
import { shippedList } from "./shipped-list";

/** An article as the portal ships it, in one language. */
export interface ShippedArticle {
  readonly key: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly keywords: string;
  readonly topic: CareTopic;
  readonly stageKind: CareStage | null;
  readonly position: number;
  /** Of all of the above. */
  readonly digest: string;
}

const folder = join(/*turbopackIgnore: true*/ process.cwd(), "messages");
const form = /^# (?<title>[^\n]+)\n\n(?<body>[\s\S]+?)\n\n<!-- also: (?<keywords>[^\n]+) -->\s*$/;

let kept: readonly ShippedArticle[] | undefined;

/** Every shipped article in every language that has it, in its order. Read once per process. */
export function shippedArticles(): readonly ShippedArticle[] {
  kept ??= languages.flatMap((language) =>
    shippedList.flatMap((listed, index) => {
      const path = join(folder, language, "care", `${listed.key}.md`);
      if (!existsSync(path)) return [];
      const read = form.exec(readFileSync(path, "utf8"))?.groups;
      if (!read?.title || !read.body || !read.keywords) throw new Error(`${path} has another form`);
      const { title, body, keywords } = read;
      const article = { ...listed, language, title, body, keywords, position: (index + 1) * 10 };
      const digest = createHash("sha256").update(JSON.stringify(article)).digest("hex");
      return [{ ...article, digest }];
    }),
  );
  return kept;
}

/** The shipped article that a practice's copy stands for; undefined when none is shipped any more. */
export function shippedArticle(key: string, language: string): ShippedArticle | undefined {
  return shippedArticles().find((one) => one.key === key && one.language === language);
}
