import { describe, expect, it } from 'vitest';
import { readPerson } from '../../src/desk/person';
import { answering } from './answering';

const KIM = { id: 'k', objectId: 'o', displayName: 'Kim Akers' };

describe('a person', () => {
  it('is read with the reasons why some fields could not be', async () => {
    const { gateway } = answering({
      data: { viewer: { objectId: 'o' }, users: [{ user: { ...KIM, manager: null }, errors: [] }] },
      errors: [
        { message: 'Not permitted.', path: ['users', 0, 'user', 'manager'] },
        { message: 'Too slow.', path: ['users', 0, 'user', 'methodEligibility', 'resetMfa'] },
        { message: 'No place.' },
      ],
    });
    const lookup = await readPerson(gateway, { id: 'k' });
    expect('reading' in lookup && [...lookup.reading.unread]).toEqual([
      ['manager', 'Not permitted.'],
      ['methodEligibility', 'Too slow.'],
    ]);
    expect(lookup).toMatchObject({ reading: { isOwn: true } });
  });

  it('cannot be read when no answer comes, which is said', async () => {
    await expect(readPerson(answering(null).gateway, { id: 'k' })).rejects.toThrow(
      "The gateway didn't answer. Check your connection, then try again.",
    );
  });

  it('cannot be read when a proxy answers, which is said', async () => {
    const page = new Response('<h1>Bad gateway</h1>', { status: 502 });
    await expect(readPerson(answering(page).gateway, { id: 'k' })).rejects.toThrow("The gateway didn't answer.");
  });

  it('cannot be read when the gateway refuses, in its words', async () => {
    const errors = [{ message: 'Too many requests.', extensions: { code: 'UPSTREAM_THROTTLED' } }];
    await expect(
      readPerson(answering(Response.json({ errors }, { status: 503 })).gateway, { id: 'k' }),
    ).rejects.toThrow('Too many requests.');
  });
});
