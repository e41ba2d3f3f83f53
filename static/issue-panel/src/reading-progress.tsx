import ProgressBar from '@atlaskit/progress-bar';
import type { ReadProgress, RepositoryFreshness } from '../../../src/api/contract';
import type { ReplyFailure } from '../../shared/reply-failure';
import { plural, repositoryPath } from '../../shared/wording';
import { progressWords } from '../../shared/repository-words';

const SHOWN = 3;

type Reading = RepositoryFreshness & { progress: ReadProgress };
type Props = { repositories: RepositoryFreshness[]; failure: ReplyFailure | null };

const isReading = (repository: RepositoryFreshness): repository is Reading =>
  repository.progress !== null;

const share = ({ done, total }: ReadProgress): number => (total ? Math.min(1, done / total) : 0);

/** Which repositories are being read, in which phase, how far. */
export function ReadingProgress({ repositories, failure }: Props) {
  const reading = repositories.filter(isReading);
  const underWay = reading.filter(({ progress }) => progress.phase !== 'queued');
  const shown = (underWay.length > 0 ? underWay : reading).slice(0, SHOWN);
  const others = reading.length - shown.length;

  return (
    <section className="reading" aria-label="Reading in progress">
      <ul>
        {shown.map((repository) => (
          <ReadingRow key={repository.repository} {...repository} />
        ))}
      </ul>
      {others > 0 && (
        <p className="subtle">{`and ${plural(others, 'more repository', 'more repositories')}`}</p>
      )}
      {failure && (
        <p
          className="problem"
          role="alert"
        >{`How far reading has come is not known: ${failure.message}`}</p>
      )}
    </section>
  );
}

function ReadingRow({ repository, service, progress }: Reading) {
  const name = service ?? repositoryPath(repository);
  const words = progressWords(progress);
  return (
    <li className="reading-row">
      <span className="reading-name">{name}</span>
      <ProgressBar value={share(progress)} ariaLabel={`${name}: ${words}`} />
      <span className="subtle">{words}</span>
    </li>
  );
}
