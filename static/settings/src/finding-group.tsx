import { useId } from 'react';
import type { Finding, RepairPlace, Severity } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { FindingCard } from './finding-card';

/** More than that are shown on demand. */
const SHOWN = 10;

const TITLES: Record<Severity, { title: string; about: string; noun: string }> = {
  problem: {
    title: 'Problems',
    about: 'Evidence is missing or wrong until these are repaired.',
    noun: 'problems',
  },
  warning: {
    title: 'Warnings',
    about: 'Answers are less sure, or will be soon.',
    noun: 'warnings',
  },
  hint: { title: 'Hints', about: 'Could be better; nothing is wrong yet.', noun: 'hints' },
};

type Props = {
  severity: Severity;
  findings: Finding[];
  onRepair: (place: RepairPlace) => void;
};

/** The findings of one severity. */
export function FindingGroup({ severity, findings, onRepair }: Props) {
  const id = useId();
  const { title, about, noun } = TITLES[severity];
  const count = findings.reduce((sum, finding) => sum + finding.count, 0);
  return (
    <section className="section" aria-labelledby={id}>
      <div>
        <h4 id={id} className="finding-group">{`${title} (${count.toLocaleString('en-US')})`}</h4>
        <p className="subtle">{about}</p>
      </div>
      <PagedList items={findings} limit={SHOWN} noun={noun}>
        {(shown) => (
          <ul className="cards">
            {shown.map((finding) => (
              <FindingCard
                key={`${finding.code} ${finding.subject} ${finding.message}`}
                finding={finding}
                onRepair={onRepair}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
