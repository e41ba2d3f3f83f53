import { z } from 'zod';
import type { Ports } from '../ports/ports';
import { unlessRefused } from '../usecases/refusal';
import { exportedManifest } from '../usecases/release/exported-manifest';
import { listReleases } from '../usecases/release/list-releases';
import { openRelease } from '../usecases/release/open-release';
import { seeRelease } from '../usecases/release/see-release';
import { endpoint, type EndpointOf } from './endpoint';
import { pageWithin } from './page-within';
import { presentRelease } from './present-release';
import { presentPart } from './present-release-parts';
import { presentRows } from './present-release-rows';
import { ReleaseInput } from './release-inputs';

const Start = z.int().min(0).max(1_000_000).default(0);
const RowsInput = ReleaseInput.extend({ start: Start });
const PartInput = RowsInput.extend({
  part: z.enum([
    'reasons',
    'repositories',
    'manual-steps',
    'qa',
    'client',
    'releaseManager',
    'unlisted',
    'graph',
  ]),
});
const ProjectInput = z.strictObject({ projectKey: z.string().trim().min(1).max(100) });

type ReleaseFunction =
  'getRelease' | 'listReleases' | 'openRelease' | 'listReleaseRows' | 'getReleasePart';

/**
 * The functions of the release page. Who may not browse the project is told that it does not exist; of
 * issues that the viewer may not browse nobody tells more than that there are some.
 */
export function createReleaseHandlers(ports: Ports): {
  [Name in ReleaseFunction]: EndpointOf<Name>;
} {
  return {
    listReleases: endpoint(ProjectInput, (input) => listReleases(ports, input)),
    openRelease: endpoint(ReleaseInput, (input) =>
      unlessRefused(openRelease(ports, input), (opened) =>
        opened.setup === 'no-settings'
          ? opened
          : presentRelease(opened.seen, opened.you, ports.now()),
      ),
    ),
    listReleaseRows: endpoint(RowsInput, ({ start, ...input }) =>
      unlessRefused(seeRelease(ports, input), ({ shown: { bundle } }) => {
        const { items, next } = pageWithin(presentRows(bundle.issues), start);
        return { rows: items, next };
      }),
    ),
    getReleasePart: endpoint(PartInput, ({ start, part, ...input }) =>
      unlessRefused(seeRelease(ports, input), (seen) => presentPart(seen, part, start)),
    ),
    getRelease: endpoint(ReleaseInput, (input) => exportedManifest(ports, input)),
  };
}
