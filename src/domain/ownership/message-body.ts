/** The lines after the title paragraph, without line ends. */
export function bodyLines(message: string): string[] {
  const lines = message.replace(/^\s*\n/, '').split(/\r?\n/);
  const titleEnd = lines.findIndex((line) => line.trim() === '');
  return titleEnd === -1 ? [] : lines.slice(titleEnd + 1);
}

const FENCE = /^\s*(?:```|~~~)/;

/** Parts what the author wrote from what is quoted: `> ` lines and fenced code. */
export function partQuoted(lines: readonly string[]): { own: string[]; quoted: string[] } {
  const own: string[] = [];
  const quoted: string[] = [];
  let inFence = false;
  for (const line of lines) {
    const isFence = FENCE.test(line);
    (inFence || isFence || line.startsWith('>') ? quoted : own).push(line);
    inFence = isFence ? !inFence : inFence;
  }
  return { own, quoted };
}
