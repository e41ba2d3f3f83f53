/** A title that undoes another change, or brings back what a revert took away. */
export type RevertTitle = {
  /** `false` for the revert of a revert and for a reapply: the change is there again. */
  undoes: boolean;
  /** The title of the change in question, freed from every `Revert "…"` around it. */
  subject: string;
  /** The rest of the title: `PAY-9:` and `(#35)` of `PAY-9: Revert "PAY-7 Fix" (#35)`. */
  outside: string;
};

/** Keys, `[tags]` and a conventional `fix(login): ` may stand before the word. */
const PREFIX =
  /^(?:[\s[\](){},;:.#/&+-]|[a-z][a-z0-9]+-[1-9][0-9]*|(?!revert|reapply)[a-z]+(?:\([^)]*\))?!?: )*/i;
const WORD = /^(revert|reapply)(?:\s*:\s+|\s*(?=["“'`])|\s+(?=[a-z][a-z0-9]+-[1-9]))/i;
const KEY = /[a-z][a-z0-9]+-[1-9]/i;
const QUOTED = /^["“'`](.*)["”'`](.*)$/s;
const UNCLOSED = /^["“'`](.*)$/s;

/**
 * Reads `Revert "title"`, `Reapply "title"`, `revert: title` and `Revert PAY-7 …`, nested ones too;
 * `null` for every other title: `Revert to the old parser` is a change like others, and so is
 * `PAY-9 Revert PAY-7 …`, where the later key is only named.
 */
export function parseRevertTitle(title: string): RevertTitle | null {
  const { word, subject, outside } = splitTitle(title);
  if (word === null) return null;
  const inner = parseRevertTitle(subject) ?? { undoes: false, subject };
  const undoes = word === 'revert' ? !inner.undoes : inner.undoes;
  return { undoes, subject: inner.subject, outside };
}

function splitTitle(title: string): { word: string | null; subject: string; outside: string } {
  const prefix = title.slice(0, title.length - title.replace(PREFIX, '').length);
  const [written = '', word = ''] = WORD.exec(title.slice(prefix.length)) ?? [];
  const { subject, suffix, isQuoted } = unquote(title.slice(prefix.length + written.length));
  const isNamedOnly = !isQuoted && KEY.test(prefix);
  return {
    word: word === '' || isNamedOnly ? null : word.toLowerCase(),
    subject,
    outside: `${prefix} revert ${suffix}`,
  };
}

function unquote(text: string): { subject: string; suffix: string; isQuoted: boolean } {
  const [, closed, suffix = ''] = QUOTED.exec(text) ?? [];
  const [, unclosed] = UNCLOSED.exec(text) ?? [];
  return { subject: closed ?? unclosed ?? text, suffix, isQuoted: unclosed !== undefined };
}
