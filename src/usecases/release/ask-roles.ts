import type { ToldRoles } from '../../domain/release/told-roles';
import { ProviderError } from '../../ports/provider-error';
import type { Ports } from '../../ports/ports';

/**
 * What Jira tells of the viewer's project roles. The viewer may ask for their own; which there are, only an
 * administrator, so the app asks.
 */
export const askRoles = (
  { asUser, asApp }: Pick<Ports, 'asUser' | 'asApp'>,
  projectKeys: readonly string[],
): Promise<ToldRoles[]> =>
  Promise.all(
    projectKeys.map(async (projectKey) => {
      const [held, all] = await Promise.all([
        unlessUntold(asUser.listOwnRoles(projectKey)),
        unlessUntold(asApp.listProjectRoles(projectKey)),
      ]);
      const why = [held, all].flatMap((one) => ('why' in one ? [one.why] : [])).join(' ');
      return { projectKey, held: namesOf(held), all: namesOf(all), why };
    }),
  );

type Answer = { names: string[] } | { why: string };

const namesOf = (answer: Answer): string[] | null => ('names' in answer ? answer.names : null);

async function unlessUntold(asked: Promise<string[]>): Promise<Answer> {
  try {
    return { names: await asked };
  } catch (error) {
    if (error instanceof ProviderError) return { why: error.message };
    throw error;
  }
}
