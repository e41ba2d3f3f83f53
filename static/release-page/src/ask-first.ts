import type { QueryClient } from '@tanstack/react-query';
import { choiceOf, readAddress } from './address';
import { projectQuery, releaseQuery, versionsQuery, type PageHistory } from './api';

/**
 * Asks for what the address names, before there is a screen to show it: the answers take longer than the
 * screen does. What is printed asks for itself. A question that fails is asked again by the screen.
 */
export async function askFirst(client: QueryClient, opening: Promise<PageHistory>): Promise<void> {
  const projectKey = await client.query(projectQuery).catch(() => undefined);
  if (projectKey === undefined) return;
  const { location } = await opening;
  const address = readAddress(location.search);
  const isNamed = address.version !== undefined && address.print === undefined;
  const choice = isNamed ? choiceOf(address, projectKey, []) : null;
  await Promise.allSettled([
    choice && client.query(releaseQuery(client, choice)),
    client.query(versionsQuery(projectKey)),
  ]);
}
