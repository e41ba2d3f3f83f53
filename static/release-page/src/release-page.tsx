import { lazy, Suspense } from 'react';
import type { ReleaseChoice } from '../../../src/api/contract';
import { choiceOf } from './address';
import { useProjectKey, useRelease, useVersions, type PageHistory } from './api';
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

const VERSIONS = 'the versions of the project';

function Asking({ projectKey }: { projectKey: string | undefined }) {
  const [address] = useAddress();
  const isNamed = address.version !== undefined && address.print === undefined;
  const choice = isNamed && projectKey !== undefined ? choiceOf(address, projectKey, []) : null;
  return choice ? <AskedEarly choice={choice} /> : <Waiting what={VERSIONS} />;
}

/** A release that the address names is asked for beside the versions; what is printed asks for itself. */
function AskedEarly({ choice }: { choice: ReleaseChoice }) {
  useRelease(choice);
  return <Waiting what={VERSIONS} />;
}

function ChosenRelease() {
  const [address] = useAddress();
  const project = useProjectKey();
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
    return <Asking projectKey={project.data} />;
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
