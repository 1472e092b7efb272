import { expect } from 'vitest';
import type { DeskPage } from './desk';

/** What the buttons and answers of the page are called, in one language. */
export interface Words {
  replaceNumber: RegExp;
  newNumber: string;
  saveNumber: string;
  numberReplaced: RegExp;
  createPass: string;
  passCreated: RegExp;
  show: string;
  code: string;
  clear: string;
  showPlan: string;
  plan: RegExp;
  resetMfa: string;
  mfaIsReset: RegExp;
  signOut: string;
  signedOut: RegExp;
  resetPassword: string;
  passwordIsReset: RegExp;
  newPassword: string;
}

export const ENGLISH: Words = {
  replaceNumber: /^Replace number: Mobile/,
  newNumber: 'New number',
  saveNumber: 'Save number',
  numberReplaced: /^Number replaced: Mobile, \+1 XXXXXXXX20\./,
  createPass: 'Create pass',
  passCreated: /^The pass is created\. It is valid until/,
  show: 'Show',
  code: 'Code of the pass',
  clear: 'Clear now',
  showPlan: 'Show the plan',
  plan: /^This is the plan\. Nothing was changed\./,
  resetMfa: 'Reset MFA',
  mfaIsReset: /^MFA is reset\./,
  signOut: 'Sign out everywhere',
  signedOut: /^The user is signed out everywhere\./,
  resetPassword: 'Reset password',
  passwordIsReset: /^Microsoft has/,
  newPassword: 'New password',
};

export const GERMAN: Words = {
  replaceNumber: /^Nummer ersetzen: Mobiltelefon/,
  newNumber: 'Neue Nummer',
  saveNumber: 'Nummer speichern',
  numberReplaced: /^Nummer ersetzt: Mobiltelefon, \+1 XXXXXXXX20\./,
  createPass: 'Pass erstellen',
  passCreated: /^Der Pass ist erstellt\. Er gilt bis/,
  show: 'Anzeigen',
  code: 'Code des Passes',
  clear: 'Jetzt löschen',
  showPlan: 'Plan anzeigen',
  plan: /^Das ist der Plan\. Es wurde nichts geändert\./,
  resetMfa: 'MFA zurücksetzen',
  mfaIsReset: /^MFA ist zurückgesetzt\./,
  signOut: 'Sitzungen widerrufen',
  signedOut: /^Der Benutzer ist überall abgemeldet\./,
  resetPassword: 'Kennwort zurücksetzen',
  passwordIsReset: /^Microsoft hat/,
  newPassword: 'Neues Kennwort',
};

/** A help desk helps Grady, who has lost his phone; `look` sees every state on the way. */
export async function helpGrady(desk: DeskPage, words: Words, look: (state: string) => Promise<void>) {
  const { page } = desk;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const told = (text: RegExp) => page.locator('.outcome').filter({ hasText: text }).waitFor();

  await desk.find('archie');
  await look('results');
  await desk.choose('Grady Archie');
  await look('person');

  await page.getByRole('button', { name: words.replaceNumber }).click();
  await page.getByRole('textbox', { name: words.newNumber }).fill('+12065550120');
  await button(words.saveNumber).click();
  await page.locator('.suggestion').waitFor();
  await look('refused');
  await page.locator('.suggestion').click();
  await button(words.saveNumber).click();
  await told(words.numberReplaced);
  await look('replaced');

  await button(words.createPass).click();
  await told(words.passCreated);
  const code = page.getByRole('group', { name: words.code });
  await code.getByRole('button', { name: words.show, exact: true }).click();
  expect(await code.locator('code').textContent()).toMatch(/^\S{8,}$/);
  await look('pass');
  await button(words.clear).click();

  await button(words.showPlan).click();
  await told(words.plan);
  await look('plan');
  await button(words.resetMfa).click();
  await look('question');
  await confirm(words.resetMfa);
  await told(words.mfaIsReset);
  await look('reset');

  await button(words.signOut).click();
  await confirm(words.signOut);
  await told(words.signedOut);

  await button(words.resetPassword).click();
  await confirm(words.resetPassword);
  await told(words.passwordIsReset);
  await page.getByRole('group', { name: words.newPassword }).waitFor();
  await look('password');
}
