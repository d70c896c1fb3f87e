// Loaded first into every process the supervisor starts: when the supervisor is gone without a
// goodbye (kill -9), the process ends instead of living on as an orphan.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
