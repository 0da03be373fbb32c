import type { UserRow } from '../db/schema.ts';
import { encodeUid, type LinkPurpose, type OneTimeLinks } from '../security/one-time-links.ts';
import type { MailMessage } from './mail.ts';

interface LinkMaker {
  links: OneTimeLinks;
  settings: { publicUrl: string };
}

/** The pages of the app that the links lead to. */
const pages: Record<LinkPurpose, string> = { activation: 'activate', 'password-reset': 'password/reset/confirm' };

function linkFor(purpose: LinkPurpose, user: UserRow, { links, settings }: LinkMaker): string {
  return `${settings.publicUrl}/${pages[purpose]}/${encodeUid(user.id)}/${links.token(purpose, user)}`;
}

/** The email whose link activates an account. */
export function activationMessage(user: UserRow, maker: LinkMaker): MailMessage {
  return {
    to: user.email,
    subject: 'Activate your account',
    text: `Hello ${greeted(user.first_name)},

please follow this link to activate your account:

${linkFor('activation', user, maker)}

It is good for three days. If you did not ask for an account, you can ignore this message.
`,
  };
}

/** The email whose link sets a new password. */
export function resetMessage(user: UserRow, maker: LinkMaker): MailMessage {
  return {
    to: user.email,
    subject: 'Reset your password',
    text: `Hello ${greeted(user.first_name)},

somebody, hopefully you, asked to reset the password of your account. Please follow this link to choose a new one:

${linkFor('password-reset', user, maker)}

It is good for three days, and until the password is changed. If you did not ask for it, you can ignore this message.
`,
  };
}

/** The email that tells the owner of an account that its password is another one now. */
export function passwordChangedMessage(user: UserRow, { publicUrl }: LinkMaker['settings']): MailMessage {
  return {
    to: user.email,
    subject: 'Your password was changed',
    text: `Hello ${greeted(user.first_name)},

the password of your account was changed. If you did not do this, please choose a new one here:

${publicUrl}/password/reset
`,
  };
}

/** Letters, with what may stand between them in a name. A full stop ends a word: within one it would make a domain. */
const properName = /^(?:[\p{L}\p{M}\p{Join_Control}'’·・-]+\.?(?: |$))+$/u;

/**
 * Anybody can sign up with a stranger's address and any name, and email programs turn much into links ("evil.example").
 * So only what is a name by its characters is repeated: no link, address, number, line break or bidi control.
 */
function greeted(name: string): string {
  const line = name.trim().replace(/\s+/g, ' ');
  return properName.test(line) ? line : 'there';
}
