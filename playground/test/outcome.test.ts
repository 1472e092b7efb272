import { describe, expect, it } from 'vitest';
import { outcomeOf, REQUEST_ERROR } from '../src/outcome';

const refused = JSON.stringify({
  data: { add: { errors: [{ __typename: 'BError' }, { __typename: 'AError', existing: { errors: [] } }] } },
});

describe('outcomeOf', () => {
  it('has nothing to say before there is an answer', () => {
    expect(outcomeOf({ expects: [] }, null)).toBeNull();
    expect(outcomeOf({ expects: [] }, 'TypeError: Failed to fetch')).toBeNull();
  });

  it('accepts the expected errors in any order', () => {
    expect(outcomeOf({ expects: ['AError', 'BError'] }, refused)?.asExpected).toBe(true);
  });

  it('accepts of a second run what is expected of one', () => {
    const again = ['AError', 'BError'];
    expect(outcomeOf({ expects: [], again }, refused)).toMatchObject({ asExpected: true, isRepeat: true });
    expect(outcomeOf({ expects: again, again: [] }, refused)).toMatchObject({ asExpected: true, isRepeat: false });
    expect(outcomeOf({ expects: [], again: ['AError'] }, refused)?.asExpected).toBe(false);
  });

  it('names what was answered instead', () => {
    expect(outcomeOf({ expects: [] }, refused)).toMatchObject({ asExpected: false, found: ['BError', 'AError'] });
  });

  it('counts an error as often as it occurs', () => {
    const users = JSON.stringify({ data: { users: [{ errors: [{ __typename: 'AError' }] }, { errors: [] }] } });
    expect(outcomeOf({ expects: ['AError'] }, users)?.asExpected).toBe(true);
    expect(outcomeOf({ expects: ['AError', 'AError'] }, users)?.asExpected).toBe(false);
  });

  it('knows a request error by its code', () => {
    const answer = JSON.stringify({ errors: [{ extensions: { code: 'A_CODE' } }], data: null });
    expect(outcomeOf({ expects: ['A_CODE'] }, answer)?.asExpected).toBe(true);
    expect(outcomeOf({ expects: [] }, answer)).toMatchObject({ asExpected: false, found: ['A_CODE'] });
  });

  it('never accepts a request error without a code', () => {
    const answer = JSON.stringify({ errors: [{ message: 'Syntax' }] });
    expect(outcomeOf({ expects: [] }, answer)).toMatchObject({ asExpected: false, found: [REQUEST_ERROR] });
  });
});
