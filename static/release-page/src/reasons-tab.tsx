import { useId } from 'react';
import type { ReasonEntry } from '../../../src/api/contract';
import { LevelBadge } from '../../issue-panel/src/level';
import { EvidenceLine } from '../../issue-panel/src/evidence-links';
import { meaningOfCode } from '../../issue-panel/src/reason-words';
import { PagedList } from '../../shared/paged-list';
import { plural } from '../../shared/wording';
import { usePart } from './api';
import { IssueButton } from './issue-button';
import { Part } from './part';
import type { TabProps } from './tab-props';

const SHOWN = 10;
const LINKS_IN_LINE = 2;

/** All reasons of all issues by what they are, the worst first. */
export function ReasonsTab({ choice }: TabProps) {
  return (
    <Part query={usePart(choice, 'reasons')} what="the reasons" none="Nothing speaks against it.">
      {(entries) => (
        <div className="groups">
          {groupsOf(entries).map((group) => (
            <ReasonGroup key={group.id} {...group} />
          ))}
        </div>
      )}
    </Part>
  );
}

type Group = { id: string; first: ReasonEntry; entries: ReasonEntry[] };

function groupsOf(entries: readonly ReasonEntry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const id = `${entry.level} ${entry.code}`;
    const group = groups.get(id) ?? { id, first: entry, entries: [] };
    group.entries.push(entry);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function ReasonGroup({ first, entries }: Group) {
  const id = useId();
  const issues = new Set(entries.map(({ key }) => key)).size;
  return (
    <section className="reason-group" aria-labelledby={id}>
      <h2 id={id} className="release-heading">
        <LevelBadge level={first.level} /> {first.code.replaceAll('-', ' ')}
        <span className="subtle">{` ${plural(issues, 'issue')}`}</span>
      </h2>
      <p className="subtle">{meaningOfCode(first.code)}</p>
      <PagedList items={entries} limit={SHOWN} noun="reasons">
        {(shown) => (
          <ul className="reason-list">
            {shown.map(({ key, reason, links, summary }) => (
              <li key={`${key} ${reason}`}>
                <IssueButton issueKey={key} />
                <div>
                  <p>
                    {reason} <span className="subtle">{summary}</span>
                  </p>
                  {links.length > 0 && (
                    <p className="subtle">
                      <EvidenceLine links={links} limit={LINKS_IN_LINE} />
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
