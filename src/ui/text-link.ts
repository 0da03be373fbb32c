/** The classes of an inline link, with a target of 24 px, or 44 px on touch screens. */
export const textLink = 'inline-flex min-h-6 max-w-full min-w-6 items-center text-accent underline underline-offset-2 hover:decoration-2 coarse:min-h-11 coarse:min-w-11';
