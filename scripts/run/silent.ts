/** npm keeps `--silent` for itself and tells its scripts by this variable. */
export function isSilent(): boolean {
  return process.argv.includes("--silent") || process.env.npm_config_loglevel === "silent";
}
