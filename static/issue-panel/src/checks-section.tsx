import Lozenge from '@atlaskit/lozenge';
import type { Check, CheckState } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { repositoryPath } from '../../shared/wording';
import type { CheckedThing } from './checked-things';
import { CHECK_STATE, notReadWords } from './words';

const SHOWN = 20;
const ORDER = Object.keys(CHECK_STATE) as CheckState[];
const APPEARANCE = {
  failed: 'removed',
  pending: 'inprogress',
  unknown: 'default',
  passed: 'success',
  skipped: 'default',
} as const;

type Row = { thing: CheckedThing; check: Check };

/** Every check, failed ones first, with what it ran on. */
export function ChecksSection({ checked, now }: { checked: CheckedThing[]; now: string }) {
  const notRead = checked.filter(({ checks }) => checks === 'not-read');
  const rows = checked.flatMap((thing) =>
    thing.checks === 'not-read' ? [] : thing.checks.map((check): Row => ({ thing, check })),
  );
  const sorted = rows.toSorted(
    (a, b) => ORDER.indexOf(a.check.state) - ORDER.indexOf(b.check.state),
  );

  return (
    <>
      {rows.length === 0 && <p className="subtle">No checks were found.</p>}
      <PagedList items={sorted} limit={SHOWN} noun="checks">
        {(shown) => (
          <ul className="rows">
            {shown.map(({ thing, check }) => (
              <CheckRow
                key={`${thing.repository} ${thing.label} ${check.name} ${check.at ?? ''}`}
                thing={thing}
                check={check}
                now={now}
              />
            ))}
          </ul>
        )}
      </PagedList>
      {notReadWords(notRead).map((words) => (
        <p key={words} className="subtle">
          {words}
        </p>
      ))}
    </>
  );
}

function CheckRow({ thing, check, now }: Row & { now: string }) {
  return (
    <li className="row">
      <span className="row-state">
        <Lozenge appearance={APPEARANCE[check.state]}>{CHECK_STATE[check.state]}</Lozenge>
      </span>
      <div className="row-words">
        <p>
          <ExternalLink href={check.url}>
            <bdi>{check.name}</bdi>
          </ExternalLink>
        </p>
        <p className="subtle">
          {`${repositoryPath(thing.repository)} · `}
          <ExternalLink href={thing.url}>{thing.label}</ExternalLink> <bdi>{thing.title}</bdi>
        </p>
      </div>
      <p className="row-aside subtle">
        {check.at === null ? 'time unknown' : <Moment at={check.at} now={now} />}
      </p>
    </li>
  );
}
