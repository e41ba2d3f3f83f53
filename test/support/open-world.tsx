import type { Api } from '../../src/api/contract';
import { createReleaseActHandlers } from '../../src/api/release-act-handlers';
import { createReleaseHandlers } from '../../src/api/release-handlers';
import { createSnapshotHandlers } from '../../src/api/snapshot-handlers';
import type { Ports } from '../../src/ports/ports';
import { openReleasePage, type Answers } from './open-release';
import { createReleasePorts, type ReleaseWorld } from './release-world';

type Opened = Awaited<ReturnType<typeof openReleasePage>>;

/** Opens the release page of PAY over the real handlers on a world; `answers` stand in for some of them. */
export function openWorld(
  world: ReleaseWorld,
  {
    search = '',
    answers = {},
    ports = createReleasePorts(world),
  }: { search?: string; answers?: Answers; ports?: Ports } = {},
): Promise<Opened> {
  const handlers = {
    ...createReleaseHandlers(ports),
    ...createSnapshotHandlers(ports),
    ...createReleaseActHandlers(ports),
  };
  const real = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown) => handler({ payload, context: { accountId: world.who.accountId } }),
    ]),
  ) as Partial<Record<keyof Api, (payload: never) => unknown>>;
  return openReleasePage({ answers: { ...real, ...answers } }, search);
}
