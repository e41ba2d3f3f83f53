import { GraphQLError } from 'graphql';
import type { ASTNode, GraphQLFormattedError } from 'graphql';

/** An error as GitHub's GraphQL words it: `type` stands beside `message`, not below `extensions`. */
export class Refusal extends GraphQLError {
  readonly type: string;
  readonly more: Record<string, unknown>;

  constructor(
    type: string,
    message: string,
    more: { nodes?: ASTNode; extensions?: Record<string, unknown> } = {},
  ) {
    super(message, more.nodes ? { nodes: more.nodes } : {});
    this.type = type;
    this.more = more.extensions ? { extensions: more.extensions } : {};
  }
}

export function toGitHubError(error: GraphQLError): GraphQLFormattedError & { type?: string } {
  const cause = error instanceof Refusal ? error : error.originalError;
  const { message, locations, path } = error.toJSON();
  const place = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  return cause instanceof Refusal
    ? { type: cause.type, ...cause.more, ...place, message }
    : { ...place, message };
}
