import { getNamedType, GraphQLError, isObjectType, Kind, valueFromAST } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** For authenticated requests: https://docs.gitlab.com/api/graphql/#limits */
const MOST_COMPLEX = 250;
const PAGE = 100;

type Arguments = Readonly<Record<string, unknown>>;
type Reckoning = (args: Arguments, children: number) => number;

/** A list takes 1 % more for each thing that a page may hold. */
const paged =
  (reckon: Reckoning): Reckoning =>
  (args, children) => {
    const first = typeof args.first === 'number' ? Math.min(args.first, PAGE) : PAGE;
    return Math.trunc(reckon(args, children) * (1 + first / 100));
  };

/**
 * Of fields that do not simply count 1: those that ask Gitaly, and those of resolvers.
 *
 * Source: `Types::BaseField#field_resolver_complexity`, `BaseResolver.resolver_complexity`,
 *         `Resolvers::BlobsResolver`, `ResolvesPipelines` in https://gitlab.com/gitlab-org/gitlab
 */
const RECKONINGS: Readonly<Record<string, Reckoning>> = {
  'Repository.commit': (_, children) => children + 2,
  'Repository.blobs': paged(({ paths }, children) => children + 2 + countOf(paths)),
  'Commit.diffs': (_, children) => children + 2,
  'Project.pipelines': paged(
    ({ sha, ref }, children) => children + 1 + (sha ? 2 : 0) + (ref ? 2 : 0),
  ),
  'Project.mergeRequests': paged((_, children) => children + 1),
  'Pipeline.jobs': paged((_, children) => children + 1),
};

const countOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

export type Document = {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Arguments;
};

/** Refuses a query that is too complex, before it runs. */
export function checkComplexity(document: Document, operation: SelectionSetNode): void {
  const root = document.schema.getQueryType();
  const complexity = root ? sumOf(document, root, operation) : 0;
  if (complexity > MOST_COMPLEX) {
    throw new GraphQLError(
      `Query has complexity of ${complexity}, which exceeds max complexity of ${MOST_COMPLEX}`,
    );
  }
}

const sumOf = (
  document: Document,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
): number =>
  selections
    .map((selection) => complexityOf(document, type, selection))
    .reduce((sum, one) => sum + one, 0);

function complexityOf(
  document: Document,
  type: GraphQLObjectType,
  selection: SelectionNode,
): number {
  if (selection.kind === Kind.FIELD) return complexityOfField(document, type, selection);
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return sumOf(document, type, selection.selectionSet);
  }
  const fragment = document.fragments[selection.name.value];
  return fragment ? sumOf(document, type, fragment.selectionSet) : 0;
}

function complexityOfField(document: Document, type: GraphQLObjectType, field: FieldNode): number {
  const definition = type.getFields()[field.name.value];
  if (!definition) return 0;
  const child = getNamedType(definition.type);
  const children =
    field.selectionSet && isObjectType(child) ? sumOf(document, child, field.selectionSet) : 0;
  const args = Object.fromEntries(
    definition.args.map((arg): [string, unknown] => {
      const given = field.arguments?.find(({ name }) => name.value === arg.name);
      return [arg.name, given && valueFromAST(given.value, arg.type, document.variables)];
    }),
  );
  const reckon = RECKONINGS[`${type.name}.${field.name.value}`];
  return reckon ? reckon(args, children) : children + 1;
}
