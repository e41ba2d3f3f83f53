import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

type Props = { message: string; isTrying: boolean; onTryAgain: () => void };

/** The evidence could not be had at all: why, and one more try. */
export function Failure({ message, isTrying, onTryAgain }: Props) {
  return (
    <main className="panel">
      <div role="alert">
        {' '}
        <SectionMessage
          appearance="error"
          title="The evidence could not be shown"
          headingLevel="h1"
        >
          <p>{message}</p>
          <div className="message-action">
            <Button onClick={onTryAgain} isDisabled={isTrying}>
              {isTrying ? 'Trying…' : 'Try again'}
            </Button>
          </div>
        </SectionMessage>
      </div>
    </main>
  );
}
