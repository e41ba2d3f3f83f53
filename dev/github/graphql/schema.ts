import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** The package exports its schema only together with 5 MB of JSON that nobody here reads. */
const FILE = join(__dirname, '../../../node_modules/@octokit/graphql-schema/schema.graphql');
let built: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema; built at first use, which takes half a second. */
export function getGitHubSchema(): GraphQLSchema {
  built ??= buildSchema(readFileSync(FILE, 'utf8'), { assumeValid: true });
  return built;
}
