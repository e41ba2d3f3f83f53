import type { Ports } from '../../ports/ports';
import { unlessRefused, type Outcome } from '../refusal';
import type { ReleaseQuestion } from './judge-release';
import type { ReleasePorts } from './read-release';
import { readYou, type You } from './read-you';
import { takeMissingSnapshots, type SnapshotPorts } from './take-snapshot';
import { seeRelease, type SeenRelease } from './see-release';

export type OpenedRelease =
  { setup: null; seen: SeenRelease; you: You } | { setup: 'no-settings'; mayConfigure: boolean };

/** A release for the page; of a project without a route, who may set it up. */
export async function openRelease(
  ports: ReleasePorts & SnapshotPorts & Pick<Ports, 'asUser'>,
  question: ReleaseQuestion,
): Promise<Outcome<OpenedRelease>> {
  const settings = await ports.settings.findSettings(question.projectKey);
  if (!settings || settings.route.length < 2) {
    await ports.asUser.listVersions(question.projectKey);
    return { setup: 'no-settings', mayConfigure: await ports.asUser.isAdministrator() };
  }
  return unlessRefused(seeRelease(ports, question), async (seen) => {
    const [you] = await Promise.all([
      readYou(ports, seen.state),
      takeMissingSnapshots(ports, seen.state),
    ]);
    return { setup: null, seen, you };
  });
}
