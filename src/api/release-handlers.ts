import { z } from 'zod';
import type { Ports } from '../ports/ports';
import { unlessRefused } from '../usecases/refusal';
import { listReleases } from '../usecases/release/list-releases';
import { readRelease } from '../usecases/release/read-release';
import type { Api } from './contract';
import { endpoint, type EndpointOf } from './endpoint';
import { presentManifest } from './present-manifest';

const Version = z.strictObject({
  projectKey: z.string().trim().min(1).max(100),
  version: z.string().trim().min(1).max(300),
});
const LineName = z.string().trim().min(1).max(100);

/** A version by name or id, versions released with it, or a query; and the promotion that is asked about. */
export const ReleaseInput = Version.extend({
  also: z.array(Version).max(20).optional(),
  jql: z.string().trim().min(1).max(4000).optional(),
  from: LineName.optional(),
  to: LineName.optional(),
  mode: z.enum(['plan', 'audit']).optional(),
});

const ProjectInput = z.strictObject({ projectKey: z.string().trim().min(1).max(100) });

type ReleaseFunction = 'getRelease' | 'listReleases';

/** The functions of the release page. Who may not browse the project is told that it does not exist. */
export function createReleaseHandlers(ports: Ports): {
  [Name in ReleaseFunction]: EndpointOf<Name>;
} {
  return {
    listReleases: endpoint(ProjectInput, (input) => listReleases(ports, input)),
    getRelease: endpoint(ReleaseInput, (input) =>
      unlessRefused(readRelease(ports, input), presentManifest),
    ),
  };
}
