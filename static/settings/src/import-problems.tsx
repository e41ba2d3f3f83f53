import SectionMessage from '@atlaskit/section-message';
import type { ReplyFailure } from '../../shared/reply-failure';
import { PagedList } from '../../shared/paged-list';

const SHOWN = 20;

type Props = { failure: ReplyFailure | null; onShow: (line: number) => void };

/** What is wrong with the file: each place leads to its line. */
export function ImportProblems({ failure, onShow }: Props) {
  if (!failure) return null;
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={failure.message} headingLevel="h3">
        <PagedList items={failure.problems} limit={SHOWN} noun="problems">
          {(shown) => (
            <ul>
              {shown.map(({ field, line, message }) => (
                <li key={`${line} ${field} ${message}`}>
                  {line !== null && (
                    <>
                      <button
                        type="button"
                        className="text-button"
                        onClick={() => {
                          onShow(line);
                        }}
                      >
                        {`Line ${line}`}
                      </button>
                      {': '}
                    </>
                  )}
                  {field === '(whole)' ? null : <code>{field}</code>}
                  {` ${message}`}
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </SectionMessage>
    </div>
  );
}
