const ROWS = ['first', 'second', 'third'];
const STOPS = ['one', 'two', 'three', 'four'];

/** The shape of what comes: first line, summary, lanes. */
export function Waiting() {
  return (
    <main className="panel" aria-busy="true">
      <div role="status">
        <h1 className="sr-only">Looking up the evidence of this issue</h1>
      </div>
      <div className="skeleton" aria-hidden="true">
        <div className="skeleton-bar skeleton-standing" />
        <div className="skeleton-bar skeleton-summary" />
        <div className="skeleton-lanes">
          {ROWS.map((row) => (
            <div key={row} className="skeleton-row">
              <div className="skeleton-bar skeleton-name" />
              {STOPS.map((stop) => (
                <div key={stop} className="skeleton-stop" />
              ))}
            </div>
          ))}
        </div>
        {ROWS.map((row) => (
          <div key={row} className="skeleton-bar skeleton-section" />
        ))}
      </div>
    </main>
  );
}
