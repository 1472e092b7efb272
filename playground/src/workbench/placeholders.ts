import type { GraphQLRequest } from '../transport';

/** What stands in an example on a tenant in place of the users and values of the sandbox. */
const PLACEHOLDERS: Record<string, string> = {
  userPrincipalName: '<SIGN-IN NAME>',
  objectId: '<OBJECT ID>',
  phoneNumber: '<PHONE NUMBER>',
  emailAddress: '<EMAIL ADDRESS>',
  methodId: '<METHOD ID>',
  newPassword: '<NEW PASSWORD>',
  idempotencyKey: '<IDEMPOTENCY KEY>',
  search: '<NAME>',
  after: '<CURSOR>',
};

/** The variables with a placeholder for every value that belongs to the sandbox: nobody outside it has these. */
export function withPlaceholders(variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, replaced(name, value)]));
}

function replaced(name: string, value: unknown): unknown {
  if (typeof value === 'string') return PLACEHOLDERS[name] ?? value;
  if (Array.isArray(value)) return value.map((each) => replaced(name, each));
  if (typeof value === 'object' && value !== null) return withPlaceholders(value as Record<string, unknown>);
  return value;
}

/** A placeholder for a value that the schema names, such as `<PHONE TYPE>` for `PhoneType`. */
export function placeholderFor(name: string): string {
  return PLACEHOLDERS[name] ?? `<${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase()}>`;
}

/** The placeholders that a request still has. */
export function unreplacedIn({ query, variables }: GraphQLRequest): string[] {
  const text = query + JSON.stringify(variables ?? {});
  return [...new Set([...text.matchAll(/"(<[A-Z][A-Z -]*>)"/g)].map(([, placeholder = '']) => placeholder))];
}
