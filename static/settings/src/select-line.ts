/** Selects a line, counted from 1, and brings it into sight. Lines must not wrap. */
export function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const lineHeight = area.scrollHeight / lines.length;
  area.scrollTop = Math.max(0, (line - 1) * lineHeight - area.clientHeight / 2);
  area.scrollLeft = 0;
}
