/** The exit code after an error that may have left the process in an unknown state (EX_SOFTWARE of sysexits.h). */
const exitCode = 70;

/**
 * Handles the errors that nothing else has caught. A rejected promise concerns only the work that nobody waited for, and
 * an error of a connection only that connection: both are logged. Any other exception may have interrupted a change
 * halfway, so the process exits, for its supervisor to start it again.
 */
export function surviveStrayErrors(log: (line: string) => void): void {
  process.on('unhandledRejection', (reason) => log(`error: unhandled rejection: ${stackOf(reason)}`));
  process.on('uncaughtException', (error) => {
    log(`error: uncaught exception: ${stackOf(error)}`);
    if (!isOfConnection(error)) process.exit(exitCode);
  });
}

function isOfConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E(?:PIPE|CONN|TIMEDOUT|HOSTUNREACH|NETUNREACH)/.test(String(error.code));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
