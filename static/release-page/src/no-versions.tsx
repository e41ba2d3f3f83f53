import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { ScopeForm } from './scope-form';

/** The project has no version that could be released: what to do instead. */
export function NoVersions({ projectKey }: { projectKey: string }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <h1 className="release-title">Releases of {projectKey}</h1>
      <SectionMessage title={`${projectKey} has no version to release`} headingLevel="h2">
        <p>
          Create a version under Releases in Jira and set it as the fix version of the issues that
          go with it. Or look at what a query finds.
        </p>
      </SectionMessage>
      {isAsking ? (
        <ScopeForm
          projectKey={projectKey}
          versions={[]}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            setIsAsking(true);
          }}
        >
          Look at what a query finds
        </button>
      )}
    </>
  );
}
