import { afterEach, describe, expect, it, vi } from 'vitest';
import { Exchanges } from '../src/workbench/exchange';
import { kindOf, watched, type Fetcher } from '../src/workbench/watch';

const MUTATION = { query: 'mutation A { a }' };
const TAB = 'a';

function exchanges(): Exchanges {
  const made = new Exchanges();
  made.switchTo(TAB);
  return made;
}

const asking: Fetcher = async (_, fetcher = fetch) => (await fetcher('/graphql')).json() as Promise<object>;

function answer(of: Exchanges, send: Fetcher, request = MUTATION): Promise<object> {
  return new Promise((resolve) => {
    watched(send, of, request).subscribe({ next: resolve, complete: () => undefined });
  });
}

describe('watched', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('keeps status and headers of the answer', async () => {
    vi.stubGlobal('fetch', () => Response.json({ data: null }, { status: 503, headers: { 'Retry-After': '7' } }));
    const all = exchanges();
    expect(await answer(all, asking)).toEqual({ data: null });
    expect(all.of(TAB)).toMatchObject({ state: 'answered', status: 503, headers: [['Retry-After', '7']] });
  });

  it('says that a change may have been made when no answer comes', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const all = exchanges();
    expect(JSON.stringify(await answer(all, asking))).toContain('may have made the change');
    expect(all.of(TAB)).toEqual({ state: 'unanswered', kind: 'mutation' });
  });

  it('says that a change may have been made when the answer breaks off', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"data":')));
    const all = exchanges();
    await answer(all, asking);
    expect(all.of(TAB)).toEqual({ state: 'unanswered', kind: 'mutation' });
  });

  it('says that nothing was sent when there is no token', async () => {
    const all = exchanges();
    expect(await answer(all, () => Promise.reject(new Error('No token.')))).toEqual({
      errors: [{ message: 'Nothing was sent. No token.' }],
    });
    expect(all.of(TAB)).toEqual({ state: 'not sent' });
  });

  it('says that nothing was done when the token was refused and no other could be had', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 401 })));
    const all = exchanges();
    await answer(all, async (_, fetcher = fetch) => {
      await fetcher('/graphql');
      throw new TypeError('Failed to fetch');
    });
    expect(all.of(TAB)).toEqual({ state: 'not sent' });
  });

  it('drops an answer that comes after Stop', async () => {
    let arrive: (value: object) => void = () => undefined;
    const all = exchanges();
    const next = vi.fn();
    const late = new Promise<object>((resolve) => (arrive = resolve));
    watched(() => late, all, MUTATION)
      .subscribe({ next, complete: next })
      .unsubscribe();
    expect(all.of(TAB)).toEqual({ state: 'stopped', kind: 'mutation' });
    arrive({ data: null });
    await late;
    expect(next).not.toHaveBeenCalled();
  });

  it('sends nothing that still has a placeholder', async () => {
    const all = exchanges();
    const send = vi.fn<Fetcher>();
    const request = { ...MUTATION, variables: { by: { userPrincipalName: '<SIGN-IN NAME>' } } };
    expect(JSON.stringify(await answer(all, send, request))).toContain('Replace <SIGN-IN NAME>');
    expect(send).not.toHaveBeenCalled();
    expect(all.of(TAB)).toEqual({ state: 'not sent' });
  });
});

describe('kindOf', () => {
  it.each([
    ['{ a }', null, 'query'],
    ['mutation A { a }', 'A', 'mutation'],
    ['mutation A { a }', 'Other', 'mutation'],
    ['query Q { a } mutation M { a }', 'M', 'mutation'],
    ['no document', null, 'query'],
  ])('%s, %s', (query, operationName, kind) => {
    expect(kindOf({ query, operationName })).toBe(kind);
  });
});
