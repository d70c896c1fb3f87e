// Loaded first into every process the supervisor starts: when the supervisor is gone without a
// goodbye (kill -9), the process ends instead of living on as an orphan. What that process starts
// itself inherits the loading but not the variable, and stays as it is.
if (process.env.ARCHWAY_LEASHED) {
  delete process.env.ARCHWAY_LEASHED;
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
