import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { choiceOf } from './address';
import { projectQuery, useVersions, type PageHistory } from './api';
import { Failure } from './failure';
import { NoVersions } from './no-versions';
import { Release } from './release';
import './release.css';
import './tabs.css';
import { HistoryContext, useAddress } from './use-address';
import { Waiting } from './waiting';

const Packet = lazy(async () => ({ default: (await import('./packet')).Packet }));

/** The releases of the project that the page is open on. */
export function ReleasePage({ history }: { history: PageHistory }) {
  return (
    <HistoryContext.Provider value={history}>
      <main className="release">
        <ChosenRelease />
      </main>
    </HistoryContext.Provider>
  );
}

function ChosenRelease() {
  const [address] = useAddress();
  const project = useQuery(projectQuery);
  const versions = useVersions(project.data);
  const error = project.error ?? versions.error;

  if (error) {
    return (
      <Failure
        title="The versions could not be shown"
        message={error.message}
        isTrying={versions.isFetching}
        onTryAgain={() => void (project.error ? project : versions).refetch()}
      />
    );
  }
  if (project.data === undefined || versions.data === undefined) {
    return <Waiting what="the versions of the project" />;
  }
  const choice = choiceOf(address, project.data, versions.data);
  if (choice === null) return <NoVersions projectKey={project.data} />;
  if (address.print !== undefined) {
    return (
      <Suspense fallback={<Waiting what="what is printed" />}>
        <Packet choice={choice} snapshot={address.snapshot} audience={address.print} />
      </Suspense>
    );
  }
  return <Release choice={choice} versions={versions.data} />;
}
