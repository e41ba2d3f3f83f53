import { Kind, getArgumentValues, getNamedType, isCompositeType } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLInterfaceType,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionSetNode,
} from 'graphql';
import { Refusal } from './refusal';

/** What a query may cost, by GitHub's published rule. */
export type Cost = { nodeCount: number; requests: number };

const MOST_RECORDS = 100;
const MOST_NODES = 500_000;

type Walk = {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  cost: Cost;
};
type Field = GraphQLField<unknown, unknown>;

function findField(parent: GraphQLNamedType, node: FieldNode): Field | undefined {
  return 'getFields' in parent
    ? ((parent as GraphQLObjectType | GraphQLInterfaceType).getFields()[node.name.value] as Field)
    : undefined;
}

/** How many records a connection is asked for; GitHub wants `first` or `last`, from 1 to 100. */
function recordsOf(walk: Walk, field: Field, node: FieldNode): number {
  const args = getArgumentValues(field, node, walk.variables);
  const side = typeof args.last === 'number' && typeof args.first !== 'number' ? 'last' : 'first';
  const count = args[side];
  const named = `\`${node.name.value}\` connection`;
  if (typeof count !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the ${named}.`;
    throw new Refusal('MISSING_PAGINATION_BOUNDARIES', message, { nodes: node });
  }
  if (count > MOST_RECORDS) {
    const message = `Requesting ${count} records on the ${named} exceeds the \`${side}\` limit of ${MOST_RECORDS} records.`;
    throw new Refusal('EXCESSIVE_PAGINATION', message, { nodes: node });
  }
  if (count < 0) {
    const message = `\`${side}\` on the ${named} cannot be less than zero.`;
    throw new Refusal('INVALID_PAGINATION_VALUE', message, { nodes: node });
  }
  return count;
}

function measureField(walk: Walk, parent: GraphQLNamedType, node: FieldNode, times: number): void {
  const field = findField(parent, node);
  const type = field && getNamedType(field.type);
  if (!field || !node.selectionSet || !isCompositeType(type)) return;
  const isConnection = type.name.endsWith('Connection');
  const records = isConnection ? recordsOf(walk, field, node) : 1;
  if (isConnection) {
    walk.cost.requests += times;
    walk.cost.nodeCount += times * records;
  }
  measureSet(walk, type, node.selectionSet, times * records);
}

type Part = InlineFragmentNode | FragmentDefinitionNode | undefined;

function measurePart(walk: Walk, parent: GraphQLNamedType, part: Part, times: number): void {
  const name = part?.typeCondition?.name.value;
  const type = name === undefined ? parent : walk.schema.getType(name);
  if (part && type) measureSet(walk, type, part.selectionSet, times);
}

function measureSet(
  walk: Walk,
  parent: GraphQLNamedType,
  set: SelectionSetNode,
  times: number,
): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) measureField(walk, parent, node, times);
    else if (node.kind === Kind.INLINE_FRAGMENT) measurePart(walk, parent, node, times);
    else measurePart(walk, parent, walk.fragments[node.name.value], times);
  }
}

/**
 * Counts requests and nodes before anything is read, and refuses what GitHub refuses.
 *
 * Source: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function measureQuery(walk: Omit<Walk, 'cost'>, set: SelectionSetNode): Cost {
  const cost = { nodeCount: 0, requests: 1 };
  const root = walk.schema.getQueryType();
  if (root) measureSet({ ...walk, cost }, root, set, 1);
  if (cost.nodeCount > MOST_NODES) {
    const asked = cost.nodeCount.toLocaleString('en-US');
    const message = `This query requests up to ${asked} possible nodes which exceeds the maximum limit of 500,000.`;
    throw new Refusal('MAX_NODE_LIMIT_EXCEEDED', message);
  }
  return cost;
}

/** Points are requests by the hundred, at least one. */
export const pointsOf = ({ requests }: Cost): number => Math.max(1, Math.round(requests / 100));
