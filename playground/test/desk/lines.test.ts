import { describe, expect, it } from 'vitest';
import { itemOf, linesOf, problemsOf, sendable, withNumber } from '../../src/desk/bulk/lines';

const KIM = { user: { userPrincipalName: 'kim@contoso.com' }, phoneType: 'MOBILE', phoneNumber: '+1 2065550120' };

function items(text: string) {
  return linesOf(text).map(itemOf);
}

function messages(text: string, isTyped = false) {
  return problemsOf(linesOf(text), isTyped).map(({ line, message }) => `${line}: ${message}`);
}

describe('a line', () => {
  it.each([
    ['commas', 'kim@contoso.com, mobile, +1 2065550120'],
    ['tabs, as a spreadsheet copies them', 'kim@contoso.com\tmobile\t+1 2065550120'],
    ['semicolons', 'kim@contoso.com;Mobile;+1 2065550120'],
    ['quotes', '"kim@contoso.com","MOBILE","+1 2065550120"'],
    ['empty cells at its end', 'kim@contoso.com\tmobile\t+1 2065550120\t\t'],
  ])('is read with %s', (_, text) => {
    expect(items(text)).toEqual([KIM]);
    expect(messages(text)).toEqual([]);
  });

  it.each([
    ['alternate mobile', 'ALTERNATE_MOBILE'],
    ['ALTERNATE_MOBILE', 'ALTERNATE_MOBILE'],
    ['alternateMobile', 'ALTERNATE_MOBILE'],
    ['office', 'OFFICE'],
    ['fax', null],
  ])('of the type %j asks for %s', (type, phoneType) => {
    expect(items(`kim@contoso.com, ${type}, +1 2065550120`)).toMatchObject([{ phoneType }]);
  });

  it.each([
    'kim@contoso.com, fax, +1 (206) 555-0120',
    'kim@contoso.com, mobile, +49 30123456, 789',
    ' "kim@contoso.com"\t"mobile" ; x\t+1 2065550120\t\tmore',
    'kim@contoso.com',
  ])('is kept as it was written: %j', (text) => {
    expect(linesOf(text).map((line) => line.text)).toEqual([text]);
  });

  it.each([
    ['kim@contoso.com,mobile ,+12065550120', 'kim@contoso.com,mobile ,+1 2065550120'],
    ['"kim@contoso.com";"mobile"; "+12065550120" ;', '"kim@contoso.com";"mobile"; "+1 2065550120" ;'],
    ['kim, 12\tmobile\t+12065550120', 'kim, 12\tmobile\t+1 2065550120'],
    ['+12065550120,mobile,+12065550120,+12065550120', '+12065550120,mobile,+1 2065550120,+12065550120'],
  ])('takes another number and is else as it was written: %j', (text, corrected) => {
    const lines = linesOf(text).map((line) => withNumber(line, '+1 2065550120'));
    expect(lines.map((line) => line.text)).toEqual([corrected]);
    expect(lines).toEqual(linesOf(corrected));
  });
});

describe('a list', () => {
  it('leaves out empty lines and keeps the numbers of the others', () => {
    const lines = linesOf(
      '\r\nkim@contoso.com, mobile, +1 2065550120\r\n\r\nadele@contoso.com, office, +1 2065550121\n',
    );
    expect(lines.map(({ number, user }) => [number, user])).toEqual([
      [2, 'kim@contoso.com'],
      [4, 'adele@contoso.com'],
    ]);
  });

  it('leaves out the titles of columns', () => {
    expect(linesOf('User\tType\tNumber\nkim@contoso.com\tmobile\t+1 2065550120')).toHaveLength(1);
  });

  it('says at its line what the gateway would refuse', () => {
    const text = 'kim@contoso.com, mobile, 2065550120\nadele@contoso.com, fax, +1 2065550121\n';
    expect(messages(text)).toEqual([
      '1: The phone number must begin with a plus sign and the country code, as in +44 7700900123.',
      '2: Choose the type of the phone: mobile, alternate mobile or office.',
    ]);
    expect(sendable(linesOf(text))).toHaveLength(2);
  });

  it('does not complain of a line that is still being typed', () => {
    const text = 'kim@contoso.com, mobile, +1\nadele@contoso.com, mobile, +1';
    expect(messages(text, true)).toHaveLength(1);
    expect(messages(text, false)).toHaveLength(2);
  });

  it('keeps back what the gateway cannot be asked', () => {
    const good = 'kim@contoso.com, mobile, +1 2065550120';
    const text = [good, ', mobile, +1 2065550121', `${good}, more`, good].join('\n');
    expect(messages(text)).toEqual([
      '2: The user is missing.',
      '3: A line has three parts: user, type, number.',
      '3: The same as line 1.',
      '4: The same as line 1.',
    ]);
    expect(sendable(linesOf(text)).map(({ number }) => number)).toEqual([1]);
  });

  it('has one phone of a type for a user, however the name is written', () => {
    const text = [
      'kim@contoso.com, mobile, +1 2065550120',
      'KIM@contoso.com, Mobile, +1 2065550121',
      'kim@contoso.com, alternate, +1 2065550121',
      'Kim@Contoso.com, mobile, +1 2065550120',
      'kim@contoso.com, fax, +1 2065550122',
      'megan@contoso.com, mobile, +1 2065550123',
    ].join('\n');
    expect(messages(text).filter((message) => message.includes('same user'))).toEqual([
      '2: The same user and type as line 1.',
      '4: The same user and type as line 1.',
    ]);
    expect(sendable(linesOf(text)).map(({ number }) => number)).toEqual([1, 3, 5, 6]);
  });
});
