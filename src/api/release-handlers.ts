import { z } from 'zod';
import type { Ports } from '../ports/ports';
import { unlessRefused } from '../usecases/refusal';
import { listReleases } from '../usecases/release/list-releases';
import { readRelease } from '../usecases/release/read-release';
import { endpoint, type EndpointOf } from './endpoint';
import { presentManifest } from './present-manifest';
import { ReleaseInput } from './release-inputs';

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
