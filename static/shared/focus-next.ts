/**
 * Who said a word on one item of a list goes on with the next one; on the last one they stay. Who is
 * elsewhere by now is left alone.
 */
export function focusNext(item: HTMLElement | null): void {
  const { activeElement, body } = document;
  const isElsewhere = activeElement !== body && !item?.contains(activeElement);
  if (isElsewhere) return;
  const next = item?.nextElementSibling ?? item;
  next?.querySelector('button')?.focus();
}
