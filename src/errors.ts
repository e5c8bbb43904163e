/** The one error family of the program: a stable code, the place, the value and what to do next. */

/** Exit statuses: 0 all well, 1 internal fault, 2 the user's input or usage, 3 some inputs of many failed, 130 interrupted. */
export const EXIT = { ok: 0, internal: 1, usage: 2, partial: 3, interrupted: 130 } as const;

export class GovGraphError extends Error {
  /** Stable machine-readable code, e.g. `INPUT_NOT_FOUND`. */
  readonly code: string;
  readonly exitCode: number;
  /** File, line or option the error is about. */
  readonly where: string | undefined;
  readonly hint: string | undefined;

  /**
   * @param code stable upper-case code
   * @param message what is wrong, with the offending value
   * @param details where it is, what to do next, and the exit status (2 unless told)
   */
  constructor(
    code: string,
    message: string,
    details: { where?: string; hint?: string; exitCode?: number; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'GovGraphError';
    this.code = code;
    this.where = details.where;
    this.hint = details.hint;
    this.exitCode = details.exitCode ?? EXIT.usage;
  }
}

/** One error as lines for standard error: `error CODE: message`, where, hint. */
export function formatError(error: unknown): string {
  if (!(error instanceof GovGraphError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `error INTERNAL: ${message}\n  hint: this is a fault of govgraph; please report it with the input that caused it`;
  }
  const lines = [`error ${error.code}: ${error.message}`];
  if (error.where !== undefined) lines.push(`  where: ${error.where}`);
  if (error.hint !== undefined) lines.push(`  hint: ${error.hint}`);
  return lines.join('\n');
}
