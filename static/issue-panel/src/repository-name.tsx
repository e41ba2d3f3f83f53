import { ExternalLink } from '../../shared/external-link';
import { repositoryPath } from '../../shared/wording';

type Props = { repository: string; service: string | null; url?: string | null };

/** The service in bold with its path beside it; the path in bold where there is no service. */
export function RepositoryName({ repository, service, url = null }: Props) {
  const path = repositoryPath(repository);
  if (service === null) {
    return (
      <strong>
        <ExternalLink href={url}>{path}</ExternalLink>
      </strong>
    );
  }
  return (
    <>
      <strong>{service}</strong>{' '}
      <span className="subtle">
        <ExternalLink href={url}>{path}</ExternalLink>
      </span>
    </>
  );
}
