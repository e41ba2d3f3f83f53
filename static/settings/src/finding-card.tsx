import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { Confidence, Finding, RepairPlace, Severity } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { repositoryPath } from '../../shared/wording';

type Props = { finding: Finding; onRepair: (place: RepairPlace) => void };

const CONFIDENCE: Record<Confidence, string> = {
  certain: 'certain',
  likely: 'likely',
  guess: 'a guess',
};

const CLASS: Record<Severity, string> = {
  problem: 'card finding finding-problem',
  warning: 'card finding finding-warning',
  hint: 'card finding',
};

/** One finding: what is wrong, what to do, and the way there. */
export function FindingCard({ finding, onRepair }: Props) {
  const { severity, subject, message, action, confidence, links, place } = finding;
  const withAddress = links.filter(({ url }) => url !== null);
  return (
    <li className={CLASS[severity]}>
      <div className="card-head">
        <div>
          <h5 className="finding-title">
            {subject}
            {confidence !== null && confidence !== 'certain' && (
              <>
                {' '}
                <Lozenge>{CONFIDENCE[confidence]}</Lozenge>
              </>
            )}
          </h5>
          <p>{message}</p>
          <p>
            <strong>What to do:</strong> {action}
          </p>
          {withAddress.length > 0 && (
            <p className="subtle finding-links">
              {withAddress.map(({ text, url }) => (
                <ExternalLink key={`${text} ${url ?? ''}`} href={url}>
                  {repositoryPath(text)}
                </ExternalLink>
              ))}
            </p>
          )}
        </div>
        <Button
          aria-label={`${repairWords(place)}: ${subject}`}
          onClick={() => {
            onRepair(place);
          }}
        >
          {repairWords(place)}
        </Button>
      </div>
    </li>
  );
}

const PLACES: Record<RepairPlace['part'], string> = {
  connections: 'Open connections',
  route: 'Open the route',
  repositories: 'Open repositories',
  rules: 'Open rules',
  reading: 'Open the reading',
};

const repairWords = ({ part, repository }: RepairPlace): string =>
  part === 'repositories' && repository !== null ? 'Edit repository' : PLACES[part];
