import { useId } from 'react';
import type { ComparisonView, Difference, ReleaseView } from '../../../src/api/contract';
import { FirstFew } from '../../issue-panel/src/first-few';
import { meaningOfCode } from '../../issue-panel/src/reason-words';
import { PagedList } from '../../shared/paged-list';
import { repositoryPath, shortSha } from '../../shared/wording';
import { IssueButton } from './issue-button';

const SHOWN = 20;
const NAMES_SHOWN = 3;

type Props = { pages: ComparisonView[]; gates: ReleaseView['gates'] };

/** Everything that differs, by what it is, each as a sentence. */
export function DifferenceGroups({ pages, gates }: Props) {
  const [first] = pages;
  const all = pages.flatMap(({ groups }) => groups.flatMap(({ differences }) => differences));
  return (
    <div className="groups">
      {first?.counts.map(({ kind, title, count }) => (
        <Group
          key={kind}
          title={title}
          count={count}
          differences={all.filter((one) => one.kind === kind)}
          gates={gates}
        />
      ))}
    </div>
  );
}

type GroupProps = {
  title: string;
  count: number;
  differences: Difference[];
  gates: ReleaseView['gates'];
};

function Group({ title, count, differences, gates }: GroupProps) {
  const id = useId();
  if (differences.length === 0) return null;
  return (
    <section className="reason-group" aria-labelledby={id}>
      <h3 id={id} className="release-heading">
        {title} <span className="subtle">{count}</span>
      </h3>
      <PagedList items={differences} limit={SHOWN} noun="differences">
        {(shown) => (
          <ul className="difference-list">
            {shown.map((one) => (
              <li key={one.text}>
                <Sentence difference={one} gates={gates} />
                <Names difference={one} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

/** The sentence; the issue that it begins with leads to its facts. */
function Sentence({ difference, gates }: { difference: Difference; gates: ReleaseView['gates'] }) {
  const { kind, issueKey, text } = difference;
  if (issueKey === null || !text.startsWith(issueKey)) return <p>{inWords(text, gates)}</p>;
  return (
    <p>
      <IssueButton issueKey={issueKey} />
      {/* What reasons came and went is listed below in words. */}
      {kind !== 'reasons' && text.slice(issueKey.length)}
    </p>
  );
}

/** A gate by its name. */
function inWords(text: string, gates: ReleaseView['gates']): string {
  const gate = gates.find(({ id }) => text.startsWith(`Gate ${id}:`));
  return gate ? text.replace(gate.id, gate.name) : text;
}

/** What came and what went, one by one, where the sentence only counts them or gives a short name. */
function Names({ difference: { kind, added, removed } }: { difference: Difference }) {
  const nameOf = NAME_OF[kind];
  if (!nameOf) return null;
  return (
    <>
      <NameList names={added.map(nameOf)} words="new" />
      <NameList names={removed.map(nameOf)} words="gone" />
    </>
  );
}

/** `github:acme/api 1f2e3d…` → `acme/api 1f2e3d4` */
function commitName(name: string): string {
  const words = name.split(' ');
  return words
    .map((word) => (/^[0-9a-f]{12,}$/.test(word) ? shortSha(word) : repositoryPath(word)))
    .join(' ');
}

const NAME_OF: Partial<Record<Difference['kind'], (name: string) => string>> = {
  commits: commitName,
  unlisted: commitName,
  reasons: (code) => `${code.replaceAll('-', ' ')}: ${meaningOfCode(code)}`,
};

function NameList({ names, words }: { names: string[]; words: string }) {
  if (names.length === 0) return null;
  return (
    <FirstFew
      items={names}
      limit={NAMES_SHOWN}
      moreWords={({ length }) => `${length} more of ${names.length} ${words}`}
    >
      {(shown) => (
        <ul className="subtle difference-names">
          {shown.map((name) => (
            <li key={name}>
              <span className={`change-mark change-${words}`}>{words}</span> {name}
            </li>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
