const CARDS = ['decision', 'actions', 'counts'];
const ROWS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** The shape of what comes, while it is judged. */
export function Waiting({ what }: { what: string }) {
  return (
    <div aria-busy="true">
      <p role="status" className="release-waiting">{`Looking up ${what}…`}</p>
      <div className="skeleton" aria-hidden="true">
        <div className="skeleton-cards">
          {CARDS.map((card) => (
            <div key={card} className="skeleton-card" />
          ))}
        </div>
        {ROWS.map((row) => (
          <div key={row} className="skeleton-bar" />
        ))}
      </div>
    </div>
  );
}
