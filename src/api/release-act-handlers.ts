import { z } from 'zod';
import { LIFECYCLE } from '../domain/release/acts';
import { GATES } from '../domain/release/gate';
import { withoutNames } from '../domain/release/without-names';
import type { Ports } from '../ports/ports';
import { unlessRefused } from '../usecases/refusal';
import { giveWaiver } from '../usecases/release/give-waiver';
import { markAfter } from '../usecases/release/mark-after';
import { moveLifecycle } from '../usecases/release/move-lifecycle';
import { seeRelease } from '../usecases/release/see-release';
import { revokeSignOff, revokeWaiver } from '../usecases/release/revoke-act';
import { signOff } from '../usecases/release/sign-off';
import { tickItem } from '../usecases/release/tick-item';
import { endpoint, type EndpointOf } from './endpoint';
import { presentHistory, presentWaiver } from './present-acts';
import { ReleaseInput } from './release-inputs';

const Words = z.string().trim().max(500);
const Why = z.string().trim().min(1, 'must say why').max(500);
const Id = z.string().min(1).max(64);
const About = z.strictObject({ release: ReleaseInput });

/** What people say of an item, on the page and on the panel. */
export const WordInput = z.strictObject({
  itemId: Id,
  outcome: z.enum(['done', 'failed', 'open']),
  note: Words.optional(),
});

const RevokeInput = About.extend({ id: Id, reason: Words.optional() });

const WaiverInput = About.extend({
  gate: z.enum(GATES),
  reason: Why,
  expiresAt: z.iso.datetime({ offset: true }),
});

const SignOffInput = About.extend({
  role: z.string().trim().min(1).max(100),
  decision: z.enum(['approved', 'rejected']),
  note: Words.optional(),
  evidenceHash: z.string().min(1).max(128),
});

const MoveInput = About.extend({ to: z.enum(LIFECYCLE), note: Words.optional() });

type ActFunction =
  | 'tickItem'
  | 'giveWaiver'
  | 'revokeWaiver'
  | 'signOff'
  | 'revokeSignOff'
  | 'moveLifecycle'
  | 'getReleaseHistory';

/** What people do with a release. Who may browse the project may tick and sign; the rest asks for more. */
export function createReleaseActHandlers(ports: Ports): {
  [Name in ActFunction]: EndpointOf<Name>;
} {
  return {
    tickItem: endpoint(About.extend(WordInput.shape), (input) =>
      markAfter(ports, input.release, tickItem(ports, input)),
    ),
    giveWaiver: endpoint(WaiverInput, (input) =>
      unlessRefused(markAfter(ports, input.release, giveWaiver(ports, input)), ({ waiver }) => ({
        waiver: presentWaiver(waiver, { now: ports.now() }),
      })),
    ),
    revokeWaiver: endpoint(RevokeInput, (input) =>
      markAfter(ports, input.release, revokeWaiver(ports, input)),
    ),
    signOff: endpoint(SignOffInput, (input) =>
      markAfter(ports, input.release, signOff(ports, input)),
    ),
    revokeSignOff: endpoint(RevokeInput, (input) =>
      markAfter(ports, input.release, revokeSignOff(ports, input)),
    ),
    moveLifecycle: endpoint(MoveInput, (input) => moveLifecycle(ports, input)),
    getReleaseHistory: endpoint(ReleaseInput, (input) =>
      unlessRefused(seeRelease(ports, input), ({ state, hidden }) =>
        withoutNames(presentHistory(state), hidden),
      ),
    ),
  };
}
