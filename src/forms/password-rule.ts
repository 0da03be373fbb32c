/** The hint for a new password: the rules of Django's four default validators in short. The server decides. */
export const passwordRule = 'At least 8 characters. Not only digits, not a common password, and not like your name or email.';
