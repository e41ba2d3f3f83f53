import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ConnectionTest, ConnectionView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useAllowAddress, useConnectionTest } from './api';

/** What the last test found; nothing before the first. */
export function ConnectionTestResult({ connection }: { connection: ConnectionView }) {
  const { data, error, isFetching } = useConnectionTest(connection.id);
  return (
    <div role="status" className="test-result">
      <Finding
        connection={connection}
        test={data}
        failure={error?.message ?? null}
        isTesting={isFetching}
      />
    </div>
  );
}

type Props = {
  connection: ConnectionView;
  test: ConnectionTest | undefined;
  failure: string | null;
  isTesting: boolean;
};

function Finding({ connection, test, failure, isTesting }: Props) {
  if (isTesting) return <p className="subtle">Testing…</p>;
  if (failure !== null) {
    return (
      <SectionMessage appearance="warning" title="Not tested" headingLevel="h4">
        <p>{failure}</p>
      </SectionMessage>
    );
  }
  if (!test) return null;
  if (test.status === 'works') {
    return (
      <SectionMessage appearance="success" title="The connection works" headingLevel="h4">
        <p>{worksWords(test)}</p>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="error" title={test.message} headingLevel="h4">
      <p>{test.advice}</p>
      {test.problem === 'egress-blocked' && <AllowAddress connection={connection} />}
    </SectionMessage>
  );
}

function AllowAddress({ connection }: { connection: ConnectionView }) {
  const allow = useAllowAddress(connection.id);
  return (
    <div className="message-action">
      <Button
        onClick={() => {
          allow.mutate(connection);
        }}
        isDisabled={allow.isPending}
      >
        Allow this address…
      </Button>
      {allow.error && (
        <p className="problem" role="alert">
          {allow.error.message}
        </p>
      )}
    </div>
  );
}

function worksWords(test: Extract<ConnectionTest, { status: 'works' }>): string {
  const { account, repositories, hasMore } = test;
  const count = plural(repositories, 'repository', 'repositories');
  const seen = hasMore ? `${count} on the first page, and more after it` : count;
  return `Logged in as ${account}; sees ${seen}.`;
}
