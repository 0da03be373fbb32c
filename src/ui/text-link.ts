/** The classes of a link in running text. */
export const textLink = 'text-accent underline underline-offset-2 hover:decoration-2';
