import SectionMessage from '@atlaskit/section-message';
import type { ReplyFailure } from '../../shared/reply-failure';

/** Why nothing was saved: every place, each leading to its field when it is in sight. */
export function ProblemSummary({ failure: { message, problems } }: { failure: ReplyFailure }) {
  return (
    <div role="alert" tabIndex={-1} ref={focus}>
      <SectionMessage appearance="error" title="Nothing was saved" headingLevel="h3">
        {problems.length === 0 ? (
          <p>{message}</p>
        ) : (
          <ul>
            {problems.map(({ field, message: what }) => (
              <li key={`${field} ${what}`}>
                <button
                  type="button"
                  className="text-button"
                  onClick={() => {
                    show(field);
                  }}
                >
                  {field.replace(/^settings\./, '')}
                </button>
                {` ${what}`}
              </li>
            ))}
          </ul>
        )}
      </SectionMessage>
    </div>
  );
}

const focus = (summary: HTMLElement | null): void => summary?.focus();

/** The field itself, or the nearest thing around it that is on screen. */
function show(field: string): void {
  const places = [field];
  for (let place = field; place !== '';) {
    place = place.replace(/(?:^|\.)[\w$]*$|\[[^[]*\]$/, '');
    places.push(place);
  }
  places
    .map((place) => document.getElementById(place))
    .find((found) => found !== null)
    ?.focus();
}
