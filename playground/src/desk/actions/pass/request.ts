import type { CreateTemporaryAccessPassInput } from '../../../../client';
import type { Person } from '../../person';
import { minutes } from './errors';
import { TEXTS } from './texts';

/** What is chosen of a pass, as it stands in the form. */
export interface Wanted {
  /** In minutes; empty for the default of the policy. */
  readonly lifetime: string;
  readonly isUsableOnce: boolean;
  readonly isLater: boolean;
  /** Local time, as the browser's field has it. */
  readonly start: string;
}

export type Policy = NonNullable<Person['methodEligibility']>['createTemporaryAccessPass'];

export type Field = 'lifetimeInMinutes' | 'startDateTime' | 'isUsableOnce';

/** Once, for that is the safest. */
export const NOTHING_CHOSEN: Wanted = { lifetime: '', isUsableOnce: true, isLater: false, start: '' };

/** What the gateway is asked for, of a form without complaints. */
export function inputOf(
  user: Pick<Person, 'id'>,
  wanted: Wanted,
  replaceExisting: boolean,
): CreateTemporaryAccessPassInput {
  const { lifetime, isUsableOnce, isLater, start } = wanted;
  return {
    user: { id: user.id },
    isUsableOnce,
    replaceExisting,
    ...(lifetime !== '' && { lifetimeInMinutes: Number(lifetime) }),
    ...(isLater && { startDateTime: new Date(start).toISOString() }),
  };
}

/** What can be told before the gateway is asked, by the field that it is about. */
export function complaintsAbout(wanted: Wanted, policy: Policy | undefined): Map<Field, string> {
  const found: [Field, string | null][] = [
    ['lifetimeInMinutes', againstLifetime(wanted, policy)],
    ['startDateTime', againstStart(wanted)],
  ];
  return new Map(found.flatMap(([field, complaint]) => (complaint === null ? [] : [[field, complaint]])));
}

function againstLifetime({ lifetime }: Wanted, policy: Policy | undefined): string | null {
  if (lifetime === '') return null;
  if (!/^[0-9]{1,6}$/.test(lifetime)) return TEXTS.notANumber;
  const { least, most } = boundsOf(policy);
  const isWithin = Number(lifetime) >= least && Number(lifetime) <= most;
  return isWithin ? null : TEXTS.outside(minutes(least), minutes(most));
}

/** Those of the policy, or where they cannot be read those of Microsoft. */
export function boundsOf(policy: Policy | undefined): { least: number; most: number } {
  return { least: policy?.minimumLifetimeInMinutes ?? 10, most: policy?.maximumLifetimeInMinutes ?? 43_200 };
}

function againstStart({ isLater, start }: Wanted): string | null {
  if (!isLater) return null;
  const moment = new Date(start).getTime();
  if (Number.isNaN(moment)) return TEXTS.noStart;
  return moment < Date.now() ? TEXTS.past : null;
}
