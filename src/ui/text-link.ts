/** The classes of a link that looks like text, with a target of its own: 24 px, and 44 under a finger. */
export const textLink = 'inline-flex min-h-6 max-w-full min-w-6 items-center text-accent underline underline-offset-2 hover:decoration-2 coarse:min-h-11 coarse:min-w-11';
