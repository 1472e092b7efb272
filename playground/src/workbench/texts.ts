const MAYBE_MADE = 'The gateway may have made the change: check before you send it again.';

/** The texts of the workbench. This page is English only. */
export const TEXTS = {
  running: 'Running…',
  stopped: {
    query: 'Stopped waiting for the answer.',
    mutation: `Stopped waiting. ${MAYBE_MADE}`,
  },
  unanswered: {
    query: 'The gateway does not answer. Check that it runs and that you are online, then run this again.',
    mutation: `The gateway does not answer. ${MAYBE_MADE} With the same idempotencyKey it is not made twice.`,
  },
  unansweredShort: {
    query: 'No answer from the gateway.',
    mutation: `No answer from the gateway. ${MAYBE_MADE}`,
  },
  noConnection: 'The gateway does not answer.',
  notSent: (why: string) => `Nothing was sent. ${why}`,
  notSentShort: 'Nothing was sent.',
  unreplaced: (placeholders: readonly string[]) =>
    `Nothing was sent. Replace ${placeholders.join(' and ')} with values of your organization, then run this again.`,
  asExpected: '✓ As expected',
  asExpectedAgain: '✓ As expected of a second run',
  instead: (found: readonly string[]) => `Answered ${found.join(', ') || 'success'} instead`,
  notRun: 'Not run yet',
  toPrepare: 'Something has to go wrong first',
  forTheSandbox: 'in the sandbox',
  changed: 'Changed by you',
  restore: 'Restore example',
  prepare: 'Prepare and run',
  prepareFailed: 'Preparing failed: try again',
  resetAndRun: 'Reset and run',
  whyPrepare: 'Resets the sandbox, lets go wrong at Microsoft what this example is about, and runs it',
  whyReset: 'Resets the sandbox and runs this example',
};
