import type { SignOff } from '../acts';
import { isAuthorOf } from '../authors';
import { roleKey } from '../role-key';
import { foundItem } from './found-item';
import type { FoundItem, GateRule, ReleaseFacts } from './release-facts';

/** Each role signed off what there is now, by somebody who did not write it. */
export const signOffsGate: GateRule = (facts) => {
  const roles = distinctRoles(facts);
  const found = roles.map((role) => ({ role, open: openItems(role, facts) }));
  const open = found.flatMap((one) => one.open);
  const done = found.filter((one) => one.open.length === 0).length;
  return {
    open,
    summary: summaryOf(roles, open),
    progress: roles.length === 0 ? null : { done, of: roles.length },
  };
};

function summaryOf(roles: readonly string[], open: readonly FoundItem[]): string {
  if (roles.length === 0) return 'No role has to sign off.';
  return open.length === 0
    ? `${roles.join(', ')} signed off.`
    : open.map(({ text }) => text).join(' ');
}

/** The same role of several projects is one, however it is written. */
export function distinctRoles({
  settings: { signOffs },
}: Pick<ReleaseFacts, 'settings'>): string[] {
  const named = signOffs.map(({ role }) => [roleKey(role), role] as const);
  return [...new Map(named.toReversed()).values()].reverse();
}

/** A rejection stands until it is taken back or its person approves after all. */
function openItems(role: string, facts: ReleaseFacts): FoundItem[] {
  const said = saidOf(role, facts);
  const present = said.filter(({ evidenceHash }) => evidenceHash === facts.evidenceHash);
  const newest = [...new Map(present.map((one) => [one.accountId, one])).values()];
  const rejections = newest.filter(({ decision }) => decision === 'rejected');
  if (rejections.length > 0) return rejections.map((one) => rejection(role, one));
  const approvals = newest.filter(({ decision }) => decision === 'approved');
  if (approvals.some(({ by }) => !isAuthorOf(facts.bundle, by))) return [];
  return [missing(role, approvals, said)];
}

/** What counts for this promotion, oldest first. */
const saidOf = (role: string, { acts, bundle: { promotion } }: ReleaseFacts): SignOff[] =>
  acts.signOffs
    .filter((one) => roleKey(one.role) === roleKey(role) && one.revoked === null)
    .filter((one) => one.promotion.from === promotion.from && one.promotion.to === promotion.to)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || laterIsWorse(a, b));

const laterIsWorse = (a: SignOff, b: SignOff): number =>
  Number(a.decision === 'rejected') - Number(b.decision === 'rejected') || (a.id < b.id ? -1 : 1);

const rejection = (role: string, { id, by, note }: SignOff): FoundItem =>
  foundItem([id], {
    code: 'sign-off-rejected',
    text: `${role} was rejected by ${by}${note === null ? '.' : `: ${note}`}`,
    owner: by,
  });

function missing(role: string, byAuthors: readonly SignOff[], said: readonly SignOff[]): FoundItem {
  const [author] = byAuthors;
  const stale = said.findLast(({ decision }) => decision === 'approved');
  const item = (text: string, owner: string | null): FoundItem =>
    foundItem([roleKey(role)], { code: 'sign-off-missing', text, owner });
  if (author) {
    const text = `${role} was signed by ${author.by}, who wrote changes of this release: somebody else must sign.`;
    return item(text, null);
  }
  if (!stale) return item(`${role} has not signed off yet.`, null);
  const text = `${role} signed off on ${stale.at.slice(0, 10)} (${stale.by}), and the evidence changed since: it is stale.`;
  return item(text, stale.by);
}
