import type { JiraSite } from '../../dev/jira/site';
import { createJira } from '../../src/adapters/jira/jira';
import type { JiraFetch } from '../../src/adapters/jira/request';
import { ProviderError } from '../../src/ports/provider-error';
import { createCheckedJira } from './checked-jira';
import { jiraSite } from './jira-site';

/** Jira over the stand-in, as the user `as`; every call is held against Atlassian's OpenAPI file. */
export function connect(site: JiraSite, as = 'ana'): { fetch: JiraFetch; paths: string[] } {
  const standIn = createCheckedJira(site);
  const paths: string[] = [];
  const fetch: JiraFetch = (path, init) => {
    paths.push(path);
    const headers = new Headers(init?.headers);
    return standIn.handle({
      as: 'user',
      accountId: as,
      method: init?.method ?? 'GET',
      path,
      headers,
      body: typeof init?.body === 'string' ? init.body : undefined,
    });
  };
  return { fetch, paths };
}

export const jiraAs = (as: string, site = jiraSite()): ReturnType<typeof createJira> =>
  createJira(connect(site, as));
export const answering = (
  response: () => Response | Promise<Response>,
): ReturnType<typeof createJira> => createJira({ fetch: () => Promise.resolve(response()) });

export async function failureOf(answer: Promise<unknown>): Promise<ProviderError> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProviderError) return error;
  throw new Error(`not a ProviderError: ${String(error)}`);
}
