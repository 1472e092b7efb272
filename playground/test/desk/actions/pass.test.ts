import { expect, it } from 'vitest';
import { complaintsAbout, inputOf, NOTHING_CHOSEN } from '../../../src/desk/actions/pass/request';

const FAR = '2999-01-01T10:00';

it.each([
  [{}, []],
  [{ lifetime: '60' }, []],
  [{ lifetime: '9' }, ['lifetimeInMinutes']],
  [{ lifetime: '43201' }, ['lifetimeInMinutes']],
  [{ lifetime: '1.5' }, ['lifetimeInMinutes']],
  [{ lifetime: '-60' }, ['lifetimeInMinutes']],
  [{ isLater: true, start: '' }, ['startDateTime']],
  [{ isLater: true, start: '2020-01-01T10:00' }, ['startDateTime']],
  [{ isLater: true, start: FAR }, []],
  [{ isLater: false, start: 'nonsense' }, []],
])('of a pass with %j the fields that are wrong are %j', (wanted, fields) => {
  expect([...complaintsAbout({ ...NOTHING_CHOSEN, ...wanted }, undefined).keys()]).toEqual(fields);
});

it('what was not chosen of a pass is left to the policy', () => {
  expect(inputOf({ id: 'u' }, NOTHING_CHOSEN, false)).toEqual({
    user: { id: 'u' },
    isUsableOnce: true,
    replaceExisting: false,
  });
});

it('the start of a pass is sent as a moment, whatever the time zone of the browser', () => {
  const { startDateTime } = inputOf({ id: 'u' }, { ...NOTHING_CHOSEN, isLater: true, start: FAR }, false);
  expect(startDateTime).toBe(new Date(FAR).toISOString());
});
