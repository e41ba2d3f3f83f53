import type { ReleaseActs, Revocation, SignOff, Waiver } from '../../domain/release/acts';
import { bundleId } from '../../domain/release/bundle-id';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, type Outcome } from '../refusal';
import { unlessKept } from '../say-word';
import { findScope, type FoundScope, type ScopeQuestion } from './find-scope';
import { readManager } from './release-manager';

type RevokePorts = Pick<Ports, 'asUser' | 'asApp' | 'settings' | 'releases' | 'now'>;
export type RevokeInput = { release: ScopeQuestion; id: string; reason?: string | undefined };
export type Revoked = { id: string; revoked: Revocation };

type Kind = 'waivers' | 'signOffs';
const NAMES: Readonly<Record<Kind, string>> = { waivers: 'waiver', signOffs: 'sign-off' };

/** Takes a waiver back: it stays on record, and covers nothing any more. */
export const revokeWaiver = (ports: RevokePorts, input: RevokeInput): Promise<Outcome<Revoked>> =>
  revoke(ports, 'waivers', input);

/** Takes a sign-off back: one's own, or another's as who decides for the release. */
export const revokeSignOff = (ports: RevokePorts, input: RevokeInput): Promise<Outcome<Revoked>> =>
  revoke(ports, 'signOffs', input);

async function revoke(
  ports: RevokePorts,
  kind: Kind,
  { release, id, reason = '' }: RevokeInput,
): Promise<Outcome<Revoked>> {
  const found = await findScope(ports, release);
  if (isRefusal(found)) return found;
  const record = bundleId(found.scope);
  const act = actOf((await ports.releases.readRecord(record)).acts, kind, id);
  const refusal = await whyNot(ports, { kind, act, found });
  if (refusal) return refusal;
  const { accountId, displayName: by } = await ports.asUser.getViewer();
  const said = { by, accountId, at: ports.now(), reason: reason === '' ? null : reason };
  const seen = { isFirst: false };
  const keeping = await ports.releases.changeRecord(record, ({ acts, words }) => {
    seen.isFirst = actOf(acts, kind, id)?.revoked === null;
    return { acts: seen.isFirst ? withRevoked(acts, id, said) : acts, words };
  });
  if (!seen.isFirst) return alreadyRevoked(kind);
  return unlessKept(keeping, found.scope.name) ?? { id, revoked: said };
}

const actOf = (acts: ReleaseActs, kind: Kind, id: string): Waiver | SignOff | undefined =>
  acts[kind].find((one: Waiver | SignOff) => one.id === id);

async function whyNot(
  ports: Pick<RevokePorts, 'asUser' | 'asApp' | 'settings'>,
  { kind, act, found }: { kind: Kind; act: Waiver | SignOff | undefined; found: FoundScope },
) {
  const { name, projectKeys } = found.scope;
  if (!act) return refuse('not-found', `${name} has no such ${NAMES[kind]}. Load it again.`);
  if (act.revoked) return alreadyRevoked(kind);
  const { accountId } = await ports.asUser.getViewer();
  if (kind === 'signOffs' && act.accountId === accountId) return undefined;
  const { isManager, who } = await readManager(ports, projectKeys);
  if (isManager) return undefined;
  const own = kind === 'signOffs' ? `${act.by}, or ${who}` : who;
  return refuse('forbidden', `Only ${own} may take this ${NAMES[kind]} back.`);
}

const alreadyRevoked = (kind: Kind) =>
  refuse('conflict', `Somebody took this ${NAMES[kind]} back already. Load the release again.`);

/** Ids of waivers and of sign-offs are made of different words: none is the same. */
function withRevoked(acts: ReleaseActs, id: string, revoked: Revocation): ReleaseActs {
  const marked = <One extends { id: string }>(all: One[]): One[] =>
    all.map((one) => (one.id === id ? { ...one, revoked } : one));
  return { ...acts, waivers: marked(acts.waivers), signOffs: marked(acts.signOffs) };
}
