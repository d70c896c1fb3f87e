import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { keepMail } from "./mail-store";
import { readMail } from "./read-mail";

const sizeLimitBytes = 30 * 1024 * 1024;

/** Every mailbox of the demo's world behind one SMTP server: accepts any sender, recipient and password. */
export async function startMailbox({
  port,
  host,
  store,
  clock,
  faults,
}: SimulatorOptions): Promise<RunningSimulator> {
  const sockets = new Map<number, Socket>();
  const drop = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

  /** Checked per connection and per mail: a pooled connection outlives the start of a fault. */
  async function refuseIfFaulty(session: SMTPServerSession): Promise<Error | null> {
    const mode = await faults.mode("mail");
    if (mode === "down") drop(session);
    if (mode === "error") return smtpError(451, "4.3.0 The mail system is out of order");
    if (mode === "unauthorized") return smtpError(530, "5.7.0 Authentication required");
    return null;
  }

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    if (stream.sizeExceeded) throw smtpError(552, "5.3.4 The mail is too large");
    const mode = await faults.mode("mail");
    if (mode === "slow") await new Promise((resolve) => setTimeout(resolve, faults.slowMs));
    const mail = await readMail(
      Buffer.concat(parts),
      session.envelope.rcptTo.map(({ address }) => address),
      session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address,
    );
    await keepMail(store, mail, await clock.now());
    if (mode === "accept-then-drop") drop(session);
  }

  const server = new SMTPServer({
    banner: "Simulated mailbox",
    size: sizeLimitBytes,
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 500,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "anyone" }),
    onConnect: (session, callback) => {
      faults.mode("mail").then((mode) => {
        if (mode === "down") drop(session);
        callback(null);
      }, callback);
    },
    onMailFrom: (_address, session, callback) => {
      refuseIfFaulty(session).then(callback, callback);
    },
    onData: (stream, session, callback) => {
      receive(stream, session).then(() => callback(), callback);
    },
  });
  // A client that vanishes is its own affair; the server goes on.
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address() as AddressInfo;
  return {
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
