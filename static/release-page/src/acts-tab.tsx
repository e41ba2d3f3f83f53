import type { ReleaseHistory, SignOffView, WaiverView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { exactTime } from '../../shared/wording';
import { useReleaseHistory } from './api';
import { LookedUp } from './looked-up';
import type { TabProps } from './tab-props';
import { RoleActs } from './role-acts';
import { TakeBack } from './take-back';

/** Who approved what, what was waived until when, bound to the evidence that they saw. */
export function ActsTab({ view, choice }: TabProps) {
  const query = useReleaseHistory(choice);
  return (
    <LookedUp query={query} what="the sign-offs">
      {(history) => (
        <div className="columns">
          <SignOffs view={view} choice={choice} history={history} />
          <Waivers view={view} choice={choice} history={history} />
        </div>
      )}
    </LookedUp>
  );
}

const STATUS: Record<SignOffView['status'], string> = {
  'in-force': 'in force',
  stale: 'stale: the evidence changed since',
  revoked: 'taken back',
  'other-promotion': 'of another promotion',
};

type Props = TabProps & { history: ReleaseHistory };

function SignOffs({ view, choice, history: { signOffs } }: Props) {
  const { you, evidence } = view;
  const { roles } = you;
  return (
    <section aria-label="Sign-offs">
      <h2 className="release-heading">Sign-offs</h2>
      {roles.length === 0 && <p className="subtle">No role has to sign off.</p>}
      <ul className="owner-list">
        {roles.map(({ role, refusal, note }) => {
          const own = signOffs.filter((one) => one.role.toLowerCase() === role.toLowerCase());
          return (
            <li key={role}>
              <h3 className="release-heading">{role}</h3>
              {own.length === 0 && <p className="subtle">has not signed off yet</p>}
              {own.map((one) => (
                <div key={one.id}>
                  <strong>{`${one.decision}, ${STATUS[one.status]}`}</strong> {`by ${one.by}, `}
                  <Moment at={one.at} now={evidence.now} />{' '}
                  <code>{`#${one.evidenceHash.slice(0, 6)}`}</code>
                  {one.note !== null && `: “${one.note}”`}{' '}
                  {one.status === 'in-force' && one.by === you.name && (
                    <TakeBack choice={choice} kind="revoke-sign-off" id={one.id} what={role} />
                  )}
                </div>
              ))}
              {note !== null && <p className="subtle">{note}</p>}
              <RoleActs role={role} refusal={refusal} view={view} choice={choice} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Waivers({ view: { gates, evidence, you }, choice, history: { waivers } }: Props) {
  const nameOf = new Map<string, string>(gates.map(({ id, name }) => [id, name]));
  return (
    <section aria-label="Waivers">
      <h2 className="release-heading">Waivers</h2>
      {waivers.length === 0 && <p className="subtle">Nothing was waived.</p>}
      <ul className="owner-list">
        {waivers.map(({ id, gate, reason, by, at, expiresAt, status, revoked }) => (
          <li key={id}>
            <p>
              <strong>{nameOf.get(gate) ?? gate}</strong>{' '}
              {status === 'in-force'
                ? `waived until ${exactTime(expiresAt)}`
                : endWords(revoked, expiresAt)}
            </p>
            <p>“{reason}”</p>
            <p className="subtle">
              {by}, <Moment at={at} now={evidence.now} />
            </p>
            {status === 'in-force' && you.mayWaive && (
              <TakeBack
                choice={choice}
                kind="revoke-waiver"
                id={id}
                what={`the waiver of ${nameOf.get(gate) ?? gate}`}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const endWords = (revoked: WaiverView['revoked'], expiresAt: string): string =>
  revoked === null
    ? `ran out on ${exactTime(expiresAt)}`
    : `taken back by ${revoked.by} on ${exactTime(revoked.at)}`;
