import { listed, reasonFrom } from './evidence-links';
import { pathRisk } from './path-risk';
import type { Rule } from './rule';
import { declarations } from './travelling';

/** A change that travels touches the database: by its files, or because `DB-Migration` says so. */
export const dbChange: Rule = (facts) => {
  const { evidence, shas, level } = pathRisk(facts, 'db-change');
  const declaring = declarations(facts).filter(({ trailers }) => trailers.dbMigrations.length > 0);
  const declared = declaring.map(({ trailers, evidence: { text, url } }) => ({
    text: `${text} (DB-Migration: ${listed(trailers.dbMigrations)})`,
    url,
  }));
  return reasonFrom([...evidence, ...declared], {
    code: 'db-change',
    level,
    summary: `${facts.issueKey} changes a database.`,
    shas: [...shas, ...declaring.map(({ sha }) => sha)],
  });
};
