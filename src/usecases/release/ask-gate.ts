import type { Ports } from '../../ports/ports';
import { ProviderError } from '../../ports/provider-error';
import type { SignedRequest } from '../../ports/signature';
import { isRefusal, type Refusal } from '../refusal';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';

type GatePorts = Omit<ReleasePorts, 'asUser'> & Pick<Ports, 'gates' | 'verifySignature'>;

/** Why a request was turned away: nobody who is not known learns more than this. */
export type Denial = 'unknown-sender' | 'expired' | 'replayed';

export type GateAnswer =
  | { kind: 'decided'; state: ReleaseState }
  | { kind: 'denied'; why: Denial }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unavailable'; message: string };

/**
 * Whether a pipeline may go on with a release. A request is answered once, and only when it is signed with
 * the secret of the project that it asks about; the answer is made anew each time, as the app sees things.
 */
export async function askGate(
  ports: GatePorts,
  request: SignedRequest,
  question: ReleaseQuestion,
): Promise<GateAnswer> {
  try {
    const denial = await denialOf(ports, request, question);
    if (denial) return { kind: 'denied', why: denial };
    const asked = { ...question, isWhole: true };
    const state = await readRelease({ ...ports, asUser: ports.asApp }, asked);
    return isRefusal(state) ? { kind: 'refused', refusal: state } : { kind: 'decided', state };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return error.failure.kind === 'not-found'
      ? { kind: 'refused', refusal: { refused: 'not-found', message: error.message } }
      : { kind: 'unavailable', message: error.message };
  }
}

async function denialOf(
  { gates, verifySignature }: Pick<GatePorts, 'gates' | 'verifySignature'>,
  request: SignedRequest,
  { projectKey }: ReleaseQuestion,
): Promise<Denial | null> {
  const key = await gates.findKey(projectKey);
  const check = key ? verifySignature(key.secret, request) : 'invalid';
  if (check !== 'valid') return check === 'expired' ? 'expired' : 'unknown-sender';
  const id = `${projectKey}\n${request.headers['webhook-id'] ?? ''}`;
  return (await gates.claim(id)) ? null : 'replayed';
}
