/** What a command can fail with: the closed set of `dragoman_core::ErrorCode`. */
export const ERROR_CODES = [
  "not_found",
  "invalid_input",
  "circle",
  "conflict",
  "already_open",
  "store_too_new",
  "store_damaged",
  "not_a_notebook",
  "network",
  "disk_full",
  "not_readable",
  "not_writable",
  "index_unavailable",
  "cancelled",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A command's refusal. `detail` is a name or a number; the words come from `strings` by code. */
export class CommandError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly command: string,
  ) {
    super(`${command}: ${code} ${detail}`);
    this.name = "CommandError";
  }

  /** Makes one of whatever a failed call threw. */
  static from(thrown: unknown, command: string): CommandError {
    if (thrown instanceof CommandError) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
      const { code, detail } = thrown as { code: unknown; detail?: unknown };
      if (ERROR_CODES.includes(code as ErrorCode)) {
        return new CommandError(code as ErrorCode, typeof detail === "string" ? detail : "", command);
      }
    }
    return new CommandError("internal", String(thrown), command);
  }
}
