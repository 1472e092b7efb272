/** Text of the schema, in which back-ticks mark code. */
export function CodedText({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
