import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Opens a section of the panel by the beginning of its button, and waits until it is loaded. */
export async function openSection(title: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${title} \\d`) }));
  const section = screen.getByRole('region', { name: title });
  await waitFor(() => {
    expect(section).not.toHaveTextContent(/Opening…$/);
  });
  return section;
}
