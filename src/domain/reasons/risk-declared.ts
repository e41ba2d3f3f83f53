import type { DeclaredRisk, KnownTrailers } from '../ownership/known-trailers';
import { reasonFrom } from './evidence-links';
import type { Level } from './reason';
import type { Rule } from './rule';
import { declarations } from './travelling';
import { worstOf } from './verdict';

const LEVEL_OF: Record<DeclaredRisk, Level> = {
  low: 'safe',
  medium: 'warning',
  high: 'manual-review',
  blocked: 'blocked',
};

/** What `Risk` trailers declare of changes that travel; a value that nobody can read wants a look. */
export const riskDeclared: Rule = (facts) => {
  const risky = declarations(facts)
    .map(({ trailers, sha, evidence }) => ({
      ...evidence,
      sha,
      level: levelOf(trailers),
      said: said(trailers),
    }))
    .filter(({ level }) => level !== 'safe');
  return reasonFrom(
    risky.map(({ text, said: words, url }) => ({ text: `${text} (Risk: ${words})`, url })),
    {
      code: 'risk-declared',
      level: worstOf(risky.map(({ level }) => level)),
      summary: `A risk is declared for changes of ${facts.issueKey}.`,
      shas: risky.map(({ sha }) => sha),
    },
  );
};

function levelOf({ risk, unreadableRisks }: KnownTrailers): Level {
  const unreadable = unreadableRisks.map((): Level => 'manual-review');
  return worstOf([...(risk === null ? [] : [LEVEL_OF[risk]]), ...unreadable]);
}

const said = ({ risk, unreadableRisks }: KnownTrailers): string =>
  [...(risk === null ? [] : [risk]), ...unreadableRisks].join(', ');
