import type { UserRef } from '../../client';

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whom a text names, in one of the three ways that the gateway knows: an object id, a user principal name, or one of its own ids. */
export function referenceTo(text: string): UserRef {
  if (OBJECT_ID.test(text)) return { objectId: text };
  return text.includes('@') ? { userPrincipalName: text } : { id: text };
}
