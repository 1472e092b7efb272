/** The encodings that exports of spreadsheets have. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** The text of a file, or why there is none: a workbook, or something else that is no text. */
export type Decoded =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly encoding: Encoding;
      /** Whether the encoding is only the most probable one. */
      readonly isAssumed: boolean;
    }
  | { readonly is: 'workbook' }
  | { readonly is: 'other' };

interface Mark {
  readonly bytes: readonly number[];
  readonly label: string;
  readonly encoding: Encoding;
}

const BYTE_ORDER_MARKS: readonly Mark[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
];

/** A zip archive, as .xlsx and .ods are, and the compound file that .xls is. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** How many bytes tell whether every other one is zero, as in UTF-16 without a mark. */
const SAMPLE = 1000;

/** Reads the bytes of a file as text. */
export function decode(bytes: Uint8Array): Decoded {
  if (WORKBOOKS.some((start) => startsWith(bytes, start))) return { is: 'workbook' };
  const mark = BYTE_ORDER_MARKS.find((candidate) => startsWith(bytes, candidate.bytes));
  if (mark) return decodedAs(mark.label, mark.encoding, bytes) ?? { is: 'other' };
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return decodedAs(unmarked, 'UTF-16', bytes) ?? { is: 'other' };
  if (bytes.subarray(0, SAMPLE).includes(0)) return { is: 'other' };
  return decodedAs('utf-8', 'UTF-8', bytes) ?? decodedAs('windows-1252', 'Windows-1252', bytes) ?? { is: 'other' };
}

/** Null when the bytes cannot be this encoding. */
function decodedAs(label: string, encoding: Encoding, bytes: Uint8Array): Decoded | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { is: 'text', text, encoding, isAssumed: encoding === 'Windows-1252' };
  } catch {
    return null;
  }
}

function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const [even, odd] = [0, 1].map((rest) => sample.filter((byte, index) => index % 2 === rest && byte === 0).length);
  const most = sample.length * 0.3;
  if ((odd ?? 0) > most && even === 0) return 'utf-16le';
  return (even ?? 0) > most && odd === 0 ? 'utf-16be' : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
