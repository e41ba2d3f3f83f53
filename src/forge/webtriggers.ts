import { createGate } from '../api/gate-endpoint';
import { wire } from './wire';

/** Asked by pipelines: may this release ship? */
export const releaseGate = createGate(wire());
