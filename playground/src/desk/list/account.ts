const OBJECT_ID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const SIGN_IN_NAME = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;
/** Not where the name beside it is an address too: then two accounts are named. */
const IN_BRACKETS = /^[^<>@]*<([^<>]+)>$/;
/** As long as the shortest that the gateway gives. */
const GATEWAY_ID = /^[\w+/=-]{16,}$/;
const APOSTROPHE_OF_A_SPREADSHEET = /^'(?=[=+\-@])/;

/** The account that a cell names, without what mail programs and spreadsheets put around it: `Adele Vance <adele@contoso.com>`. */
export function accountIn(cell: string): string {
  const text = cell.replace(/\p{Cf}/gu, '').trim();
  const inside = IN_BRACKETS.exec(text)?.[1]?.trim() ?? text;
  const plain = inside.replace(/^mailto:/i, '').replace(APOSTROPHE_OF_A_SPREADSHEET, '');
  return OBJECT_ID.exec(plain)?.[1] ?? plain;
}

/** Whether a cell looks like one that names an account. */
export function looksLikeAccount(cell: string): boolean {
  const account = accountIn(cell);
  return SIGN_IN_NAME.test(account) || OBJECT_ID.test(account);
}

/** Whether a text could be a sign-in name, an object id or an id of the gateway, and not a name or a number of a person. */
export function couldBeAccount(account: string): boolean {
  return account.includes('@') || OBJECT_ID.test(account) || GATEWAY_ID.test(account);
}

/** The same for all ways to write one name. Whether a name and an id are of one user only the gateway knows. */
export function sameAccount(account: string): string {
  return account.toLowerCase();
}
