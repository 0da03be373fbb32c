/** Whether the error says that a piece of the app's code could not be loaded (each browser words it differently). */
export function isChunkError(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|not a valid javascript mime type/i.test(error.message)
  );
}
