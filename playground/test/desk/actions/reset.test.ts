import { describe, expect, it } from 'vitest';
import { resetting } from '../../../src/desk/actions/reset/reset';
import { checkChange, makeChange } from '../../../src/desk/change';
import { OpenKeys } from '../../../src/desk/keys';
import { answering } from '../answering';

const INPUT = { user: { id: 'u' }, scope: 'PORTAL', revokeSessions: true } as const;

function answer(outcomes: string[], sessionErrors: object[] = []) {
  const steps = outcomes.map((outcome, at) => ({ methodId: String(at), kind: 'PHONE', outcome, errors: [] }));
  return { data: { resetMfa: { steps, sessionErrors, errors: [], isComplete: false, replayed: false } } };
}

async function reset(...answers: object[]) {
  const { gateway, asked } = answering(...answers);
  const ending = await makeChange(
    resetting(gateway, INPUT, () => undefined),
    new OpenKeys(),
    (pause) => pause?.end(),
  );
  return { is: ending.is, keys: asked.map(({ idempotencyKey }) => idempotencyKey) };
}

describe('a reset', () => {
  it.each(['UNKNOWN', 'NOT_TRIED'])('with a step that is %s goes on with the same key', async (open) => {
    const { is, keys } = await reset(answer(['DELETED', open]), answer(['DELETED', 'DELETED']));
    expect([is, keys.length, new Set(keys).size]).toEqual(['applied', 2, 1]);
  });

  it('goes on while it is not known whether the sessions were ended', async () => {
    const open = { __typename: 'OutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryAfterSeconds: null };
    const { is, keys } = await reset(answer(['DELETED'], [open]), answer(['DELETED']));
    expect([is, new Set(keys).size]).toEqual(['applied', 1]);
  });

  it('has ended when what is still there was refused', async () => {
    expect((await reset(answer(['DELETED', 'FAILED', 'KEPT']))).is).toBe('applied');
  });

  it('is a plan, and not made, when it is checked', async () => {
    const { gateway, asked } = answering(answer(['PLANNED', 'KEPT']));
    expect((await checkChange(resetting(gateway, INPUT, () => undefined))).is).toBe('checked');
    expect(asked).toEqual([{ ...INPUT, validateOnly: true }]);
  });
});
