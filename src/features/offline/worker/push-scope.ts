// The types of workers and of pages exclude each other in one program; these are the parts used here.
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface PushedEvent extends LastingEvent {
  readonly data: { json(): unknown } | null;
}

interface PressedEvent extends LastingEvent {
  readonly notification: Notification;
}

interface Page {
  readonly url: string;
  focus(): Promise<unknown>;
}

/** The worker's own global object. */
export interface PushScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install", listener: (event: LastingEvent) => void): void;
  addEventListener(name: "push", listener: (event: PushedEvent) => void): void;
  addEventListener(name: "notificationclick", listener: (event: PressedEvent) => void): void;
}
