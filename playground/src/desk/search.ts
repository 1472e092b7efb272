import { SearchUsersText, type PersonFragment } from '../../client';
import { ERRORS } from './errors';
import type { Gateway } from './gateway';
import { readPerson, type Reading } from './person';
import { exactReferenceTo } from './reference';
import { whyNoSearch } from './wording';

const PAGE = 10;

/** Users to choose from. */
export interface Results {
  readonly text: string;
  readonly people: readonly PersonFragment[];
  /** Null where nobody counts. */
  readonly total: number | null;
  /** Where the next page begins; null when there is none. */
  readonly next: string | null;
}

/** The one whom a text names, users to choose from, or the reason why there is nobody. */
export type Found =
  { is: 'person'; reading: Reading } | { is: 'people'; results: Results } | { is: 'nobody'; message: string };

/** Finds the one whom a text names exactly, otherwise those whose name, sign-in name or mail address begins with it. */
export async function find(gateway: Gateway, text: string): Promise<Found> {
  const by = exactReferenceTo(text);
  if (by === null) return search(gateway, text);
  const lookup = await readPerson(gateway, by);
  if ('reading' in lookup) return { is: 'person', reading: lookup.reading };
  const nobody: Found = { is: 'nobody', message: lookup.message };
  // A mail address need not be a sign-in name.
  if (!lookup.isMissing || by.userPrincipalName === undefined) return nobody;
  const found = await search(gateway, text);
  return found.is === 'people' ? found : nobody;
}

async function search(gateway: Gateway, text: string): Promise<Found> {
  const { errors, results } = await page(gateway, text, null);
  if (errors.length > 0) return { is: 'nobody', message: errors.join(' ') };
  return results.people.length > 0 ? { is: 'people', results } : { is: 'nobody', message: ERRORS.notFound(text) };
}

/** The same users, and the next of them; throws an `Error` that says why there are none. */
export async function findMore(gateway: Gateway, { text, people, total, next }: Results): Promise<Results> {
  const { errors, results } = await page(gateway, text, next);
  if (errors.length > 0) throw new Error(errors.join(' '));
  return { ...results, people: [...people, ...results.people], total };
}

async function page(gateway: Gateway, text: string, after: string | null) {
  const { searchUsers } = await gateway.query(SearchUsersText, { search: text, first: PAGE, after });
  const { nodes, totalCount, pageInfo, errors } = searchUsers;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const results: Results = { text, people: nodes, total: totalCount, next };
  return { errors: errors.map(whyNoSearch), results };
}
