import { describe, expect, it } from 'vitest';
import { find, findMore, type Results } from '../../src/desk/search';
import { answering } from './answering';

const KIM = { id: 'k', displayName: 'Kim Akers', userPrincipalName: 'kim@contoso.com', objectId: 'o' };
const VIEWER = { objectId: 'somebody else' };
const NOT_FOUND = { __typename: 'UserNotFoundError', code: 'USER_NOT_FOUND', message: 'No user found.' };
const DENIED = { __typename: 'PermissionDeniedError', code: 'PERMISSION_DENIED', message: 'Denied.' };

const one = (user: object | null, ...errors: object[]) => ({ data: { viewer: VIEWER, users: [{ user, errors }] } });
const page = (nodes: object[], next: string | null = null, ...errors: object[]) => ({
  data: {
    searchUsers: { nodes, totalCount: nodes.length, pageInfo: { hasNextPage: next !== null, endCursor: next }, errors },
  },
});

describe('a text', () => {
  it('that is a name finds people to choose from, also when there is only one', async () => {
    expect(await find(answering(page([KIM])).gateway, 'kim')).toMatchObject({
      is: 'people',
      results: { people: [KIM], total: 1, next: null },
    });
  });

  it('that is a sign-in name leads to its user without a search', async () => {
    const { gateway, asked } = answering(one(KIM));
    expect(await find(gateway, 'kim@contoso.com')).toMatchObject({
      is: 'person',
      reading: { person: KIM, isOwn: false },
    });
    expect(asked).toHaveLength(1);
  });

  it('that looks like a sign-in name and is none is looked for as a mail address', async () => {
    const found = await find(answering(one(null, NOT_FOUND), page([KIM])).gateway, 'kim@example.com');
    expect(found).toMatchObject({ is: 'people', results: { people: [KIM] } });
  });

  it.each([
    ['nobody has it', page([])],
    ['nobody may search', page([], null, DENIED)],
  ])('that looks like a sign-in name is told as not found when %s', async (_, answer) => {
    const found = await find(answering(one(null, NOT_FOUND), answer).gateway, 'kim@example.com');
    expect(found).toEqual({ is: 'nobody', message: 'No user found.' });
  });

  it('that is an object id is not looked for as anything else', async () => {
    const { gateway, asked } = answering(one(null, NOT_FOUND));
    const found = await find(gateway, '10000000-0000-4000-8000-000000000001');
    expect(found).toEqual({ is: 'nobody', message: 'No user found.' });
    expect(asked).toHaveLength(1);
  });

  it('that leads to somebody who cannot be read is not looked for as anything else', async () => {
    const { gateway, asked } = answering(one(null, DENIED));
    expect(await find(gateway, 'kim@contoso.com')).toEqual({ is: 'nobody', message: 'Denied.' });
    expect(asked).toHaveLength(1);
  });

  it('that nobody may search for is told with what can be entered instead', async () => {
    expect(await find(answering(page([], null, DENIED)).gateway, 'kim')).toEqual({
      is: 'nobody',
      message:
        "You don't have permission to search. Enter the full sign-in name, such as kim@contoso.com, or the object ID.",
    });
  });
});

describe('more people', () => {
  const results: Results = { text: 'kim', people: [KIM as never], total: 2, next: 'c' };

  it('come after those who are there', async () => {
    const more = await findMore(answering(page([{ ...KIM, id: 'k2' }])).gateway, results);
    expect(more.people.map(({ id }) => id)).toEqual(['k', 'k2']);
    expect(more).toMatchObject({ total: 2, next: null });
  });

  it('that cannot be read are an error with the reason', async () => {
    const lost = { __typename: 'CursorNotAcceptedError', message: 'Begin the search again.' };
    await expect(findMore(answering(page([], null, lost)).gateway, results)).rejects.toThrow('Begin the search again.');
  });
});
