import userEvent from '@testing-library/user-event';

/** Text into a field at once, where typing it letter by letter is not what is tested. */
export async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field);
  await userEvent.paste(text);
}
