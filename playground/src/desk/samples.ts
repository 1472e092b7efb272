/** People of the sandbox who show something, by what they have. */
export const SAMPLE_USERS = [
  { name: 'kim@contoso.com', has: 'no phone' },
  { name: 'nestor@contoso.com', has: 'an office phone' },
  { name: 'alex@contoso.com', has: 'two mobile phones' },
  { name: 'diego@contoso.com', has: 'all three' },
];

/** Lines as they come out of a spreadsheet, not all of them right. */
export const SAMPLE_LINES = [
  'kim@contoso.com\tmobile\t+1 2065550120',
  'kim@contoso.com\talternate mobile\t+1 2065550121',
  'adele@contoso.com\tmobile\t+1 (206) 555-0122',
  'megan@contoso.com\tmobile\t+1 2065550123',
  'nestor@contoso.com\tmobile\t+12065550124',
  'grady@contoso.com\talternate mobile\t+1 2065550125',
  'joni@contoso.com\toffice\t+1 2065550126x204',
  'nobody@contoso.com\tmobile\t+1 2065550127',
  'user0001@contoso.com\tmobile\t+1 2065550128',
  'user0003@contoso.com\tmobile\t+1 2065550129',
  'user0005@contoso.com\tmobile\t+1 2065550130',
  'user0007@contoso.com\tmobile\t+1 2065550131',
].join('\n');
