import { useVersions } from './api';

/** The versions of the project, to choose from. */
export function ReleasePage() {
  const { data: versions, error } = useVersions();

  if (error) return <p role="alert">{error.message}</p>;
  if (!versions) return <p role="status">Reading the versions…</p>;
  return (
    <ul>
      {versions.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
