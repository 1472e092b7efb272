import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/desk/list/decode';

const TEXT = 'Benutzer;Büro\nkim@contoso.com;1\n';

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, isBigEndian = false): number[] {
  return codesOf(text).flatMap((code) => {
    const bytes = [code & 0xff, code >> 8];
    return isBigEndian ? bytes.reverse() : bytes;
  });
}

describe('a file', () => {
  it.each([
    ['UTF-8', [...new TextEncoder().encode(TEXT)]],
    ['UTF-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)]],
    ['UTF-16', [0xff, 0xfe, ...utf16(TEXT)]],
    ['UTF-16', [0xfe, 0xff, ...utf16(TEXT, true)]],
    ['UTF-16', utf16(TEXT)],
    ['UTF-16', utf16(TEXT, true)],
    ['Windows-1252', codesOf(TEXT)],
  ])('is read as %s', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({
      is: 'text',
      text: TEXT,
      encoding,
      isAssumed: encoding === 'Windows-1252',
    });
  });

  it.each([
    ['workbook', [0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]],
    ['workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['other', [0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0, 0, 3]],
  ])('that is no text is a %s', (is, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ is });
  });
});
