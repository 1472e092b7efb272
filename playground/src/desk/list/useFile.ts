import { useEffect, useState } from 'react';
import { decode } from './decode';
import { TEXTS } from './texts';

const MOST_BYTES = 10_000_000;

/** What is said of a file that was opened or dropped. */
export interface FileNote {
  readonly text: string;
  /** Whether somebody has to do something about it. */
  readonly isProblem: boolean;
}

/** Files as lists: opened, or dropped while the form is seen. One that is dropped elsewhere is not opened in place of the page. */
export function useFile(hasText: boolean, onText: (text: string) => void, isHere: () => boolean) {
  const [note, setNote] = useState<FileNote | null>(null);
  const [isOver, setOver] = useState(false);

  async function open(files: readonly File[]) {
    const [file, ...others] = files;
    if (!file) return;
    if (others.length > 0) {
      setNote({ text: TEXTS.source.oneFile, isProblem: true });
      return;
    }
    if (hasText && !window.confirm(TEXTS.source.replace)) return;
    const { text, note: said } = await contentOf(file);
    setNote(said);
    if (text !== null) onText(text);
  }

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(isHere());
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      if (isHere()) void open([...event.dataTransfer.files]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  });

  return { note, isOver, open };
}

async function contentOf(file: File): Promise<{ text: string | null; note: FileNote }> {
  const { name } = file;
  if (file.size > MOST_BYTES) return problem(TEXTS.source.tooLarge(name));
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return problem(TEXTS.source.unreadable(name));
  const decoded = decode(new Uint8Array(bytes));
  if (decoded.is === 'workbook') return problem(TEXTS.source.workbook(name));
  if (decoded.is === 'other') return problem(TEXTS.source.noText(name));
  const text = decoded.isAssumed ? TEXTS.source.assumed(name) : TEXTS.source.read(name, decoded.encoding);
  return { text: decoded.text, note: { text, isProblem: decoded.isAssumed } };
}

function problem(text: string): { text: null; note: FileNote } {
  return { text: null, note: { text, isProblem: true } };
}
