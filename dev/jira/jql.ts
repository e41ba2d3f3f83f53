import { Refusal } from './answers';

export type Comparison = {
  kind: 'comparison';
  field: string;
  isNegated: boolean;
  values: string[];
};
/** `updated >= "-15m"`: at most so long ago. */
export type Since = { kind: 'since'; field: string; minutes: number };
export type Clause =
  Comparison | Since | { kind: 'and'; clauses: Clause[] } | { kind: 'or'; clauses: Clause[] };
export type Order = { field: string; isDescending: boolean };
export type Query = { where: Clause | null; order: Order[] };

type Token = { text: string; isQuoted: boolean; at: number };

const TOKEN =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|>=|<=|[=<>~(),])|([^\s"'=!<>~(),]+))/y;

/**
 * The part of JQL that this stand-in answers: `=`, `!=`, `in`, `not in`, `>=` with a time span, AND, OR,
 * parentheses and ORDER BY. Everything else is refused in Jira's words rather than answered wrongly.
 */
export function parseJql(jql: string): Query {
  const tokens = createTokens(jql);
  const where = tokens.isAtEnd() || tokens.isWord('order') ? null : parseOr(tokens);
  const order = tokens.takeWord('order') ? parseOrder(tokens) : [];
  if (!tokens.isAtEnd()) tokens.refuse("Expecting either 'OR', 'AND' or the end of the query");
  return { where, order };
}

type Tokens = ReturnType<typeof createTokens>;

function parseOr(tokens: Tokens): Clause {
  const clauses = [parseAnd(tokens)];
  while (tokens.takeWord('or')) clauses.push(parseAnd(tokens));
  const [only] = clauses;
  return clauses.length === 1 && only ? only : { kind: 'or', clauses };
}

function parseAnd(tokens: Tokens): Clause {
  const clauses = [parseTerm(tokens)];
  while (tokens.takeWord('and')) clauses.push(parseTerm(tokens));
  const [only] = clauses;
  return clauses.length === 1 && only ? only : { kind: 'and', clauses };
}

function parseTerm(tokens: Tokens): Clause {
  if (!tokens.takeWord('(')) return parseComparison(tokens);
  const clause = parseOr(tokens);
  tokens.expectWord(')');
  return clause;
}

function parseComparison(tokens: Tokens): Comparison | Since {
  const field = tokens.takeValue('a field name').toLowerCase();
  if (tokens.takeWord('=')) return toComparison(field, false, [tokens.takeValue('a value')]);
  if (tokens.takeWord('!=')) return toComparison(field, true, [tokens.takeValue('a value')]);
  if (tokens.takeWord('>=')) return { kind: 'since', field, minutes: parseSpan(tokens) };
  const isNegated = tokens.takeWord('not');
  if (!tokens.takeWord('in')) {
    tokens.refuse(
      "Expecting one of the operators '=', '!=', '>=', 'in', 'not in', the ones answered here",
    );
  }
  return toComparison(field, isNegated, parseValues(tokens));
}

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };

/** As in Jira, `-15m` is a quarter of an hour ago. */
function parseSpan(tokens: Tokens): number {
  const [, count, unit = ''] = /^-(\d+)([mhdw])$/.exec(tokens.takeValue('a time span')) ?? [];
  return count === undefined
    ? tokens.refuse('Expecting a time span such as "-15m"')
    : Number(count) * (MINUTES[unit] ?? 0);
}

const toComparison = (field: string, isNegated: boolean, values: string[]): Comparison => ({
  kind: 'comparison',
  field,
  isNegated,
  values,
});

function parseValues(tokens: Tokens): string[] {
  tokens.expectWord('(');
  const values = [tokens.takeValue('a value')];
  while (tokens.takeWord(',')) values.push(tokens.takeValue('a value'));
  tokens.expectWord(')');
  return values;
}

function parseOrder(tokens: Tokens): Order[] {
  tokens.expectWord('by');
  const order: Order[] = [];
  do {
    const field = tokens.takeValue('a field name').toLowerCase();
    const isDescending = tokens.takeWord('desc');
    if (!isDescending) tokens.takeWord('asc');
    order.push({ field, isDescending });
  } while (tokens.takeWord(','));
  return order;
}

function createTokens(jql: string): {
  isAtEnd(): boolean;
  isWord(word: string): boolean;
  takeWord(word: string): boolean;
  expectWord(word: string): void;
  takeValue(what: string): string;
  refuse(expected: string): never;
} {
  const tokens = tokenize(jql);
  let next = 0;
  const isWord = (word: string): boolean => {
    const token = tokens[next];
    return token !== undefined && !token.isQuoted && token.text.toLowerCase() === word;
  };
  const refuse = (expected: string): never => {
    const token = tokens[next];
    const found = token ? `but got '${token.text}'` : 'before the end of the query';
    throw syntaxError(`${expected} ${found}`, token?.at ?? jql.length);
  };
  const takeWord = (word: string): boolean => {
    const isNext = isWord(word);
    if (isNext) next += 1;
    return isNext;
  };
  return {
    isAtEnd: () => next === tokens.length,
    isWord,
    takeWord,
    refuse,
    expectWord: (word) => {
      if (!takeWord(word)) refuse(`Expecting '${word}'`);
    },
    takeValue: (what) => {
      const token = tokens[next];
      if (!token || (!token.isQuoted && isReserved(token.text))) return refuse(`Expecting ${what}`);
      next += 1;
      return token.text;
    },
  };
}

const isReserved = (text: string): boolean =>
  /^(?:and|or|not|in|is|was|empty|null|order|by|[=<>~(),]|!=|!~|>=|<=)$/i.test(text);

function tokenize(jql: string): Token[] {
  const tokens: Token[] = [];
  const end = jql.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(jql);
    if (!match) {
      throw syntaxError(
        `The character '${jql.slice(from).trim().charAt(0)}' is not expected`,
        from,
      );
    }
    const quoted = match[1] ?? match[2];
    const text = quoted?.replace(/\\(.)/gs, '$1') ?? match[3] ?? match[4] ?? '';
    tokens.push({ text, isQuoted: quoted !== undefined, at: from });
  }
  return tokens;
}

const syntaxError = (what: string, at: number): Refusal =>
  new Refusal(400, `Error in the JQL Query: ${what}. (line 1, character ${at + 1})`);
