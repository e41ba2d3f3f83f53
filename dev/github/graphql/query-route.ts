import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  defaultFieldResolver,
  execute,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLFieldResolver } from 'graphql';
import { z } from 'zod';
import { createBoundedMap } from '../../git/bounded-map';
import type { Actor } from '../actor';
import type { App, Ask } from '../env';
import type { Host } from '../host';
import { callerOf } from '../metering';
import { Problem } from '../problem';
import { toRateHeaders } from '../rate-limit';
import type { RateLimiter, RateState } from '../rate-limit';
import type { Json } from '../shapes/user';
import { toActor } from './commit';
import { measureQuery, pointsOf } from './cost';
import type { Cost } from './cost';
import { Refusal, toGitHubError } from './refusal';
import { getRepositoryNode } from './repository';
import { getGitHubSchema } from './schema';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
type Body = z.infer<typeof Body>;

const KEPT_DOCUMENTS = 100;

/** A field that is in GitHub's schema but not here says so, instead of being null. */
const resolveField: GraphQLFieldResolver<Json, unknown> = (source, args, context, info) => {
  if (info.fieldName in source) return defaultFieldResolver(source, args, context, info);
  const field = `${info.parentType.name}.${info.fieldName}`;
  throw new GraphQLError(`${field} is not modelled by this stand-in for GitHub.`);
};

function loginOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.login;
  return `${actor.app.slug ?? `app-${actor.app.appId}`}[bot]`;
}

type Meter = { cost: Cost; state: RateState };

function toRateLimit({ cost, state }: Meter): Json {
  return {
    cost: pointsOf(cost),
    limit: state.limit,
    nodeCount: cost.nodeCount,
    remaining: state.remaining,
    used: state.used,
    resetAt: new Date(state.reset * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

function toRoot(host: Host, actor: Actor, meter: Meter | null): Json {
  return {
    viewer: toActor(host, loginOf(actor)),
    rateLimit: meter ? toRateLimit(meter) : null,
    repository: (args: { owner: string; name: string }) => getRepositoryNode(host, actor, args),
  };
}

const isFragment = (node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;

function measure(document: DocumentNode, { variables, operationName }: Body): Cost {
  const schema = getGitHubSchema();
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    throw new GraphQLError('Only queries are modelled by this stand-in for GitHub.');
  }
  const named = document.definitions.filter(isFragment).map((node) => [node.name.value, node]);
  const fragments = Object.fromEntries(named) as Record<string, FragmentDefinitionNode>;
  return measureQuery({ schema, fragments, variables: variables ?? {} }, operation.selectionSet);
}

const documents = createBoundedMap<DocumentNode>(KEPT_DOCUMENTS);

/** Clients ask the same few questions; to check one takes longer than to answer it. */
function readDocument({ query }: Body): DocumentNode {
  const before = documents.get(query);
  if (before) return before;
  const document = parse(query);
  const [error] = validate(getGitHubSchema(), document);
  if (error) throw error;
  documents.set(query, document);
  return document;
}

/** Charges for the query before it runs; GitHub answers a spent hour with 200 and an error. */
function charge(limiter: RateLimiter | null, actor: Actor, cost: Cost): Meter | null {
  if (!limiter) return null;
  const caller = callerOf(actor);
  if (limiter.state(caller, 'graphql').remaining < pointsOf(cost)) {
    throw new Refusal('RATE_LIMITED', 'API rate limit exceeded for user ID 1.');
  }
  limiter.spend(caller, 'graphql', pointsOf(cost));
  return { cost, state: limiter.state(caller, 'graphql') };
}

async function run(ask: Ask, limiter: RateLimiter | null, body: Body): Promise<Json> {
  const document = readDocument(body);
  const meter = charge(limiter, ask.var.actor, measure(document, body));
  const result = await execute({
    schema: getGitHubSchema(),
    document,
    rootValue: toRoot(ask.var.host, ask.var.actor, meter),
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
    fieldResolver: resolveField,
    typeResolver: (value) => String((value as Json).__typename),
  });
  const { data, errors } = result;
  return { data, ...(errors ? { errors: errors.map(toGitHubError) } : {}) };
}

async function readBody(ask: Ask): Promise<Body> {
  const json: unknown = await ask.req.json().catch(() => {
    throw new Problem(400, 'Problems parsing JSON');
  });
  const body = Body.safeParse(json);
  if (body.success) return body.data;
  throw new GraphQLError('A query attribute must be specified and must be a string.');
}

async function answer(ask: Ask, limiter: RateLimiter | null): Promise<Json> {
  try {
    return await run(ask, limiter, await readBody(ask));
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [toGitHubError(error)] };
    throw error;
  }
}

/** POST /graphql: executes a query against GitHub's published schema. */
export function addGraphQLRoute(app: App, path: string, limiter: RateLimiter | null): void {
  app.post(path, async (ask) => {
    const body = await answer(ask, limiter);
    const state = limiter?.state(callerOf(ask.var.actor), 'graphql');
    return ask.json(body, 200, state ? toRateHeaders(state, 'graphql') : {});
  });
}
