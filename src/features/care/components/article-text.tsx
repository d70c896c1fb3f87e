import Link from "next/link";
import type { ReactNode } from "react";
import { articleBlocks, type Block, type Span } from "@/domain/care/article-text";
import { withPatient } from "@/lib/patient-href";

type ArticleTextProps = {
  text: string;
  /** The patient the address names, for links; "preview" shows links that lead nowhere. */
  named: string | undefined | "preview";
};

/** An article's text as the page shows it. It is read, never inserted as HTML. */
export function ArticleText({ text, named }: ArticleTextProps) {
  return (
    <div className="wrap-anywhere flex flex-col gap-3.5 leading-relaxed" dir="auto">
      {articleBlocks(text).map((block, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <BlockText block={block} key={number} named={named} />
      ))}
    </div>
  );
}

type Named = Pick<ArticleTextProps, "named">;

function BlockText({ block, named }: Named & { block: Block }) {
  if (block.kind === "list")
    return <ListText isNumbered={block.isNumbered} items={block.items} named={named} />;
  const words = <Spans named={named} spans={block.spans} />;
  return block.kind === "heading" ? (
    <h2 className="mt-2 font-semibold text-lg">{words}</h2>
  ) : (
    <p className="max-w-prose whitespace-pre-line">{words}</p>
  );
}

type ListTextProps = Named & Omit<Extract<Block, { kind: "list" }>, "kind">;

function ListText({ isNumbered, items, named }: ListTextProps) {
  const List = isNumbered ? "ol" : "ul";
  const marks = isNumbered ? "list-decimal marker:font-semibold" : "list-disc";
  return (
    <List className={`flex max-w-prose flex-col gap-2 ps-6 marker:text-accent ${marks}`}>
      {items.map((spans, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never move
        <li className="ps-1" key={number}>
          <Spans named={named} spans={spans} />
        </li>
      ))}
    </List>
  );
}

function Spans({ spans, named }: Named & { spans: readonly Span[] }): ReactNode {
  return spans.map(({ text, strong, href }, number) => {
    if (strong)
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never move
        <strong className="font-semibold" key={number}>
          {text}
        </strong>
      );
    if (href === undefined) return text;
    return named === "preview" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never move
      <span className="link" key={number}>
        {text}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never move
      <Link className="link" href={withPatient(href, named)} key={number}>
        {text}
      </Link>
    );
  });
}
