import { errorsByField, validate, type ExpectedError, type Violation } from '..';

/** What to show beside each field while somebody types: nothing about what is only not finished yet. */
export function whileTyping(input: unknown): Map<string, Violation[]> {
  const violations = validate('AddPhoneMethodInput', input);
  return errorsByField(violations.filter(({ unfinished }) => !unfinished));
}

/** Whether the form can be sent. The gateway may refuse it all the same. */
export function canBeSent(input: unknown): boolean {
  return validate('AddPhoneMethodInput', input).length === 0;
}

/** What to show beside each field after the gateway has refused: under the same names. */
export function afterSending(errors: readonly ExpectedError[]): Map<string, ExpectedError[]> {
  return errorsByField(errors);
}
