import { z } from 'zod/mini';
import { isEmailAddress } from './email-address.ts';
import { int, length, str, strip, typeName } from './python.ts';

/** DRF's messages for what can be wrong with a field. */
export const fieldMessages = {
  required: 'This field is required.',
  null: 'This field may not be null.',
  blank: 'This field may not be blank.',
  notText: 'Not a valid string.',
  email: 'Enter a valid email address.',
  tooLong: (max: number) => `Ensure this field has no more than ${max} characters.`,
  nul: 'Null characters are not allowed.',
  surrogate: (character: string) => `Surrogate characters are not allowed: U+${character.charCodeAt(0).toString(16).toUpperCase()}.`,
  choice: (value: unknown) => `"${str(value)}" is not a valid choice.`,
  keyType: (value: unknown) => `Incorrect type. Expected pk value, received ${typeName(value)}.`,
  keyGone: (value: unknown) => `Invalid pk "${str(value)}" - object does not exist.`,
} as const;

/** What a reader returns instead of a value: a message for every rule that failed, in DRF's order. */
class Refused {
  readonly messages: string[];
  constructor(...messages: string[]) {
    this.messages = messages;
  }
}

function field<Value>(read: (input: unknown) => Value | Refused) {
  return z.transform((input: unknown, context): Value => {
    const value = input === undefined ? new Refused(fieldMessages.required)
      : input === null ? new Refused(fieldMessages.null) : read(input);
    if (!(value instanceof Refused)) return value;
    for (const message of value.messages) context.issues.push({ code: 'custom', message, input });
    return z.NEVER;
  });
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

interface TextRules {
  /** The longest text, in characters. */
  max?: number;
  /** Whether it has to be an email address. */
  email?: boolean;
}

/** DRF's CharField: trims whitespace, takes numbers as text, and refuses what is blank, not text, too long or cannot be stored. */
export function textField({ max = Infinity, email = false }: TextRules = {}) {
  return field((input) => {
    if (typeof input === 'string' && strip(input) === '') return new Refused(fieldMessages.blank);
    if (typeof input !== 'string' && typeof input !== 'number') {
      return new Refused(email ? fieldMessages.email : fieldMessages.notText);
    }
    const text = strip(String(input));
    const surrogate = loneSurrogate.exec(text)?.[0];
    const messages = [
      length(text) > max ? fieldMessages.tooLong(max) : '',
      text.includes('\0') ? fieldMessages.nul : '',
      surrogate === undefined ? '' : fieldMessages.surrogate(surrogate),
      email && !isEmailAddress(text) ? fieldMessages.email : '',
    ].filter((message) => message !== '');
    return messages.length > 0 ? new Refused(...messages) : text;
  });
}

/** DRF's ChoiceField: exactly one of the choices; whitespace is not trimmed. */
export function choiceField<const Choice extends string>(choices: readonly Choice[]) {
  return field((input) => choices.find((choice) => choice === str(input)) ?? new Refused(fieldMessages.choice(input)));
}

/**
 * DRF's PrimaryKeyRelatedField over integer keys, without the database look-up: "5" is 5, and an empty text is null.
 * The value is the id as text. A fraction, which the recorded stack rounds, is not accepted.
 */
export function keyField() {
  return field((input) => {
    if (input === '') return new Refused(fieldMessages.null);
    const digits = typeof input === 'number' && Number.isInteger(input) ? BigInt(input).toString()
      : typeof input === 'string' ? int(input) : null;
    return digits ?? new Refused(fieldMessages.keyType(input));
  });
}
