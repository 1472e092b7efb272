import { describe, expect, it } from 'vitest';
import { layoutOf, missingIn, needsType, type Role } from '../../../src/desk/list/columns';
import { sheetOf } from '../../../src/desk/list/sheet';

function rolesOf(...lines: string[]): readonly Role[] {
  return layoutOf(sheetOf(lines.join('\n'))).roles;
}

const ROW = 'kim@contoso.com;mobile;+1 2065550120';

describe('a header', () => {
  it.each([
    'userPrincipalName;phoneType;phoneNumber',
    'USERPRINCIPALNAME;PHONETYPE;PHONENUMBER',
    'User principal name;Phone type;Phone number',
    'User;Type;Number',
    'UPN;Kind;Phone',
    'Benutzerprinzipalname;Telefontyp;Telefonnummer',
    'Benutzer;Typ;Nummer',
    'Anmeldename;Art;Rufnummer',
    'E-Mail-Adresse;Telefonart;Tel.-Nr.',
    ' "user name" ; TYPE ; tel ',
  ])('is known: %s', (header) => {
    expect(rolesOf(header, ROW)).toEqual(['user', 'type', 'number']);
  });

  it.each<[string, Role]>([
    ['Mobile', 'MOBILE'],
    ['mobilePhone', 'MOBILE'],
    ['Mobile phone [mobile]', 'MOBILE'],
    ['Cell phone number', 'MOBILE'],
    ['Handynummer', 'MOBILE'],
    ['Mobiltelefon', 'MOBILE'],
    ['Telefon (mobil)', 'MOBILE'],
    ['Alternate mobile', 'ALTERNATE_MOBILE'],
    ['Zweites Handy', 'ALTERNATE_MOBILE'],
    ['Work phone', 'OFFICE'],
    ['businessPhones', 'OFFICE'],
    ['Office phone [telephoneNumber]', 'OFFICE'],
    ['telephoneNumber', 'OFFICE'],
    ['Bürotelefon', 'OFFICE'],
    ['Buero-Telefon', 'OFFICE'],
    ['Telefon (geschäftlich)', 'OFFICE'],
    ['Festnetznummer', 'OFFICE'],
    ['Telephone number', 'number'],
    ['Home phone', 'none'],
    ['Telefon privat', 'none'],
    ['Personalnummer', 'none'],
    ['Fax', 'none'],
  ])('names numbers of a type: %s', (name, role) => {
    expect(rolesOf(`Mail;${name};Handy 2`, 'kim@contoso.com;+1 2065550120;+1 2065550121')[1]).toBe(role);
  });

  it('of a personnel system leaves its other columns alone, also an id that is no account and empty numbers', () => {
    expect(rolesOf('ID,Surname,Name,E-mail,Mobile,Work phone', '7,Akers,Kim,kim@contoso.com,+1 2065550120,')).toEqual([
      'none',
      'none',
      'none',
      'user',
      'MOBILE',
      'OFFICE',
    ]);
  });

  it('of an export of Entra has the sign-in name before id and mail, and the office is no phone', () => {
    const roles = rolesOf(
      'id,displayName,userPrincipalName,mail,userType,physicalDeliveryOfficeName,telephoneNumber,mobilePhone',
      '10000000-0000-4000-8000-000000000001,Kim Akers,kim@contoso.com,kim@contoso.com,Member,18/2111,,+1 2065550120',
    );
    expect(roles).toEqual(['none', 'none', 'user', 'none', 'none', 'none', 'OFFICE', 'MOBILE']);
  });

  it('of a template of Entra stands below the row with its version', () => {
    const text = ['version:v1.0,,', 'User name [userPrincipalName] Required,Mobile phone [mobile],Office [office]'];
    const { header, roles } = layoutOf(sheetOf([...text, 'kim@contoso.com,+1 2065550120,18/2111'].join('\n')));
    expect([header?.number, ...roles]).toEqual([2, 'user', 'MOBILE', 'none']);
  });

  it('stands below a title', () => {
    const { header } = layoutOf(sheetOf(['Phones of November;;', 'User;Type;Number', ROW].join('\n')));
    expect(header?.number).toBe(2);
  });

  it('of unknown names is a header still, and its columns are known by what they hold', () => {
    const { header, roles } = layoutOf(sheetOf(['Wer;Was;Wohin', ROW].join('\n')));
    expect([header?.number, ...roles]).toEqual([1, 'user', 'type', 'number']);
  });

  it('is no header when it holds a user or a number', () => {
    expect(layoutOf(sheetOf(`${ROW}\n${ROW}`)).header).toBeNull();
  });
});

describe('columns without a name', () => {
  it.each([
    [ROW, ['user', 'type', 'number']],
    ['+1 2065550120;kim@contoso.com;Handy', ['number', 'user', 'type']],
    ['kim@contoso.com;+1 2065550120', ['user', 'number']],
    ['kim@contoso.com;Kim Akers;+1 2065550120', ['user', 'none', 'number']],
    ['kim@contoso.com;mobile;1,20656E+10', ['user', 'type', 'number']],
  ])('are known by what they hold: %s', (row, roles) => {
    expect(rolesOf(row)).toEqual(roles);
  });

  it('are left to somebody where two could be meant', () => {
    const layout = layoutOf(sheetOf('kim@contoso.com;+1 2065550120;+1 2065550121'));
    expect(missingIn(layout)).toBe('number');
  });

  it('are left to somebody where no cell is a user', () => {
    expect(missingIn(layoutOf(sheetOf('Kim Akers;+1 2065550120')))).toBe('user');
  });
});

describe('the type', () => {
  it.each([
    ['kim@contoso.com;+1 2065550120', true],
    [ROW, false],
    ['User;Mobile\nkim@contoso.com;+1 2065550120', false],
    ['User;Phone\nkim@contoso.com;+1 2065550120', true],
  ])('is asked for where the list does not say it: %j, %s', (text, isNeeded) => {
    expect(needsType(layoutOf(sheetOf(text)))).toBe(isNeeded);
  });
});
