import type { ReactNode } from "react";
import { ArchOutline } from "./arch-outline";

type MessagePageProps = {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
  /** "Reference 3f2a…", for the telephone. */
  reference?: ReactNode;
};

/** A whole page that says one thing: not found, failed, come back later. */
export function MessagePage({ title, children, actions, reference }: MessagePageProps) {
  return (
    <main
      className="mx-auto flex min-h-[85dvh] w-full max-w-lg flex-col items-center justify-center gap-4 px-4 py-12 text-center"
      id="content"
    >
      <ArchOutline className="mb-2 h-28 w-auto text-edge" />
      <h1 className="font-bold text-2xl">{title}</h1>
      <div className="text-lg text-muted">{children}</div>
      <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>
      {reference && <p className="mt-4 text-muted text-sm">{reference}</p>}
    </main>
  );
}
