import { useState } from 'react';
import type { PersonFragment } from '../../client';
import { messageOf, type Gateway } from './gateway';
import { Latest } from './latest';
import { readPerson, type Reading } from './person';
import { find, findMore, type Found, type Results } from './search';

type Task = 'find' | 'more' | 'read';

/** Whom the page is about: nobody, people to choose from, or one person, as they were when they were last read. */
export function usePerson(gateway: Gateway) {
  const [results, setResults] = useState<Results | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const [latest] = useState(() => new Latest());

  /** Whatever is still being asked no longer counts. */
  function forget(): () => boolean {
    setResults(null);
    forgetPerson();
    return latest.ask();
  }

  function forgetPerson() {
    setReading(null);
    setFailure(null);
    setStale(false);
    setTask(null);
  }

  async function perform(next: Task, counts: () => boolean, ask: () => Promise<void>) {
    setTask(next);
    setFailure(null);
    try {
      await ask();
    } catch (reason) {
      if (counts()) setFailure(messageOf(reason));
    }
    if (counts()) setTask(null);
  }

  function show(found: Found) {
    if (found.is === 'person') setReading(found.reading);
    else if (found.is === 'people') setResults(found.results);
    else setFailure(found.message);
  }

  return {
    results,
    reading,
    failure,
    isStale,
    task,
    forget,
    find: (text: string) => {
      const counts = forget();
      return perform('find', counts, async () => {
        const found = await find(gateway, text);
        if (counts()) show(found);
      });
    },
    more: () => {
      const counts = latest.ask();
      return perform('more', counts, async () => {
        const next = results && (await findMore(gateway, results));
        if (counts()) setResults(next);
      });
    },
    choose: ({ id }: Pick<PersonFragment, 'id'>) => {
      const counts = latest.ask();
      return perform('find', counts, async () => {
        const lookup = await readPerson(gateway, { id });
        if (!counts()) return;
        if ('reading' in lookup) setReading(lookup.reading);
        else setFailure(lookup.message);
      });
    },
    /** To the people who were found, of whom another one may be meant. */
    back: () => {
      latest.ask();
      forgetPerson();
    },
    /** Reads the same person again. What became of a change is told also when that fails. */
    readAgain: async ({ person: { id } }: Reading) => {
      const counts = latest.ask();
      setTask('read');
      const lookup = await readPerson(gateway, { id }).catch(() => null);
      if (!counts()) return;
      const again = lookup && 'reading' in lookup && lookup.reading.person.id === id ? lookup.reading : null;
      if (again) setReading(again);
      setStale(!again);
      setTask(null);
    },
  };
}
