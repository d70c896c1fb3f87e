import type { Asked } from "../protocol";

// The types of workers and of pages exclude each other in one program; these are the parts used here.
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface AskedEvent extends LastingEvent {
  readonly data: Asked;
  readonly ports: readonly MessagePort[];
}

interface SyncEvent extends LastingEvent {
  readonly tag: string;
}

interface Page {
  postMessage(message: unknown): void;
}

interface Events {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: FetchEvent;
  message: AskedEvent;
  sync: SyncEvent;
}

/** The worker's own global object. */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly Page[]> };
  readonly registration: ServiceWorkerRegistration & {
    readonly sync?: { register(tag: string): Promise<void> };
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ): void;
}
