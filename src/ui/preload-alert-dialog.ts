/** Loads the alert dialog's code ahead of a question. A failure comes up again, and is shown, when the question is asked. */
export const preloadAlertDialog = (): void => void import('./alert-dialog.tsx').catch(() => undefined);
