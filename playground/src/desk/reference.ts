import type { UserRef } from '../../client';

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SIGN_IN_NAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Nobody's name is one word of this length. */
const LONG_WORD = /^[\w=-]{40,}$/;

/** Whom a text names, in one of the three ways that the gateway knows: an object id, a user principal name, or one of its own ids. */
export function referenceTo(text: string): UserRef {
  if (OBJECT_ID.test(text)) return { objectId: text };
  return text.includes('@') ? { userPrincipalName: text } : { id: text };
}

/** Whom a text names, when it names one person; null when it is a name, or a part of one, that many can have. */
export function exactReferenceTo(text: string): UserRef | null {
  return [OBJECT_ID, SIGN_IN_NAME, LONG_WORD].some((form) => form.test(text)) ? referenceTo(text) : null;
}
