/** Said before a new password is typed. The server is the judge; these are its rules (Django's four validators) in short. */
export const passwordRule = 'At least 8 characters. Not only digits, not a common password, and not like your name or email.';
