import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** The package exports its schema only together with 5 MB of JSON that nobody here reads. */
const FILE = join(__dirname, '../../../node_modules/@octokit/graphql-schema/schema.graphql');
const DESCRIPTION = /"""[^]*?"""/g;
let built: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema; built at first use, without its descriptions in half the time. */
export function getGitHubSchema(): GraphQLSchema {
  const text = (): string => readFileSync(FILE, 'utf8').replaceAll(DESCRIPTION, '');
  built ??= buildSchema(text(), { assumeValid: true, noLocation: true });
  return built;
}
