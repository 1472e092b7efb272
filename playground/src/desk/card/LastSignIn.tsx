import { useEffect, useState } from 'react';
import { dateTime } from '../format';
import { messageOf, type Gateway } from '../gateway';
import { readSignInActivity, type Person, type SignInActivity } from '../person';
import { TEXTS } from '../texts';
import { whyNoSignIn } from '../wording';

const { person: WORDS } = TEXTS;

/** When the person last signed in: asked once, since Microsoft Graph lets it be asked ten times a minute. */
export function LastSignIn({ gateway, person }: { gateway: Gateway; person: Person }) {
  const [said, setSaid] = useState<string | null>(null);
  const { id } = person;

  useEffect(() => {
    let counts = true;
    readSignInActivity(gateway, { id })
      .then((found) => (found === null ? WORDS.unread : inWords(found)), messageOf)
      .then((words) => {
        if (counts) setSaid(words);
      }, console.error);
    return () => {
      counts = false;
    };
  }, [gateway, id]);

  return <>{said ?? WORDS.loading}</>;
}

function inWords({ activity, errors }: SignInActivity): string {
  if (errors.length > 0) return errors.map(whyNoSignIn).join(' ');
  const { lastSuccessfulSignInDateTime: success, lastSignInDateTime: attempt } = activity ?? {};
  const moment = success ?? attempt;
  if (!moment) return WORDS.never;
  return isLater(attempt, moment) ? `${dateTime(moment)} (${WORDS.failedSince(dateTime(attempt))})` : dateTime(moment);
}

/** An attempt after the last success has failed. */
function isLater(attempt: string | null | undefined, moment: string): attempt is string {
  return !!attempt && new Date(attempt) > new Date(moment);
}
