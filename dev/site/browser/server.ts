type Answer = { value?: unknown; error?: { name: string; message: string } };

/** Asks this site's server as the viewer; what it refuses is thrown under the name that it gives. */
export async function ask(path: string, call: object): Promise<unknown> {
  const { accountId } = readPage();
  const response = await fetch(`/-/${path}`, {
    method: 'POST',
    body: JSON.stringify({ ...call, accountId }),
    headers: { 'content-type': 'application/json' },
  });
  const { value, error } = (await response.json()) as Answer;
  if (!error) return value;
  throw Object.assign(new Error(error.message), { name: error.name });
}

/** What the server wrote into the page about its viewer. */
export function readPage(): { accountId: string; isAdmin: boolean } {
  return JSON.parse(document.body.dataset.page ?? '{}') as ReturnType<typeof readPage>;
}
