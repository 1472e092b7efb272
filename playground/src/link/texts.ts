import type { Obstacle } from './content';

/** The texts about links. This page is English only. */
export const TEXTS = {
  title: 'Link',
  button: 'Copy a link',
  close: 'Close',
  copy: 'Copy link',
  copied: 'Copied ✓',
  copyFailed: 'Not copied: select the link instead',
  address: 'Link',
  toExample: 'The link opens this example as it comes with the playground.',
  toOperation:
    'The link opens the operation without its variables, comments and answer. Nothing after the # is sent to a server. Names that you gave to the operation, to aliases and to variables are in the link.',
  refused:
    'There is no link to this operation, since a link must not hold data of people. Put values into the variables.',
  notOpened: 'The link was not opened, since it holds values. A link may hold an operation without values only.',
  dismiss: 'Dismiss',
  obstacle: obstacleInWords,
};

function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.reason) {
    case 'syntax':
      return 'The operation has a syntax error.';
    case 'length':
      return 'The operation is too long for an address.';
    case 'schema':
      return 'The operation does not match the schema, or the schema has not been read yet.';
    case 'text':
      return `Line ${obstacle.line} has a text in quotation marks.`;
    case 'number':
      return `Line ${obstacle.line} has a long number.`;
    case 'name':
      return `Line ${obstacle.line} has a name with a long number.`;
  }
}
