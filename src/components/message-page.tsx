import type { ReactNode } from "react";
import { ArchOutline } from "./arch-outline";

type MessagePageProps = {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
  /** "Reference 3f2a…", for the telephone. */
  reference?: ReactNode;
  /** Within a shell, whose main part it fills. */
  within?: boolean;
};

/** A whole page that says one thing: not found, failed, come back later. */
export function MessagePage(props: MessagePageProps) {
  const { title, children, actions, reference, within = false } = props;
  const said = (
    <>
      <ArchOutline className="mb-2 h-28 w-auto text-edge" />
      <h1 className="font-bold text-2xl">{title}</h1>
      <div className="text-lg text-muted">{children}</div>
      <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>
      {reference && <p className="mt-4 text-muted text-sm">{reference}</p>}
    </>
  );
  if (within) return <div className={`${look} grow`}>{said}</div>;
  return (
    <main className={`${look} min-h-[85dvh]`} id="content">
      {said}
    </main>
  );
}

const look =
  "mx-auto flex w-full max-w-lg flex-col items-center justify-center gap-4 px-4 py-12 text-center";
