import type { Ports } from '../../ports/ports';
import { refuse, type Outcome } from '../refusal';

/** Whether the viewer decides for a release: administers each of its projects, or Jira. */
export async function isReleaseManager(
  { asUser }: Pick<Ports, 'asUser'>,
  projectKeys: readonly string[],
): Promise<boolean> {
  const answers = await Promise.all(projectKeys.map((key) => asUser.isProjectAdministrator(key)));
  return answers.length > 0 && answers.every((one) => one);
}

/** Goes on only for somebody who decides for a release. */
export async function asReleaseManager<Value>(
  ports: Pick<Ports, 'asUser'>,
  projectKeys: readonly string[],
  run: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  if (await isReleaseManager(ports, projectKeys)) return run();
  const projects = projectKeys.join(' and ');
  return refuse(
    'forbidden',
    `Only who administers ${projects}, or Jira, may do this. Ask one of them.`,
  );
}
