import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';

import { readSearchFields, type SearchField } from './search-fields';

const FunctionReference = z.object({ function: z.string() });

const Attribute = z.object({ type: z.enum(['string', 'boolean', 'float', 'integer', 'any']) });
const Index = z.union([
  z.string(),
  z.object({
    name: z.string(),
    range: z.array(z.string()).length(1),
    partition: z.array(z.string()).default([]),
  }),
]);

const Scopes = z.union([
  z.array(z.string()),
  z.record(z.string(), z.looseObject({ allowImpersonation: z.boolean().default(false) })),
]);

const ResolverModule = z.looseObject({ key: z.string(), resolver: FunctionReference.optional() });
const StaticOutput = z.object({
  key: z.string(),
  statusCode: z.number().int(),
  contentType: z.string().optional(),
  body: z.string().optional(),
});
const EventName = z.union([
  z.string(),
  z.object({ eventType: z.string() }).transform(({ eventType }) => eventType),
]);

const BackgroundModules = {
  function: z
    .array(
      z.object({
        key: z.string(),
        handler: z.string().regex(/^[\w/-]+\.\w+$/, 'is not of the form folder/file.export'),
        timeoutSeconds: z.number().int().min(1).max(900).optional(),
      }),
    )
    .default([]),
  consumer: z
    .array(
      z.object({
        key: z.string(),
        queue: z.string().regex(/^[a-zA-Z0-9-_]{1,36}$/),
        function: z.string(),
      }),
    )
    .default([]),
  scheduledTrigger: z.array(z.object({ key: z.string(), function: z.string() })).default([]),
  trigger: z
    .array(
      z.object({
        key: z.string(),
        function: z.string(),
        events: z.array(EventName),
        filter: z.object({ ignoreSelf: z.boolean().default(false) }).default({ ignoreSelf: false }),
      }),
    )
    .default([]),
  webtrigger: z
    .array(
      z.object({
        key: z.string(),
        function: z.string(),
        response: z
          .object({
            type: z.enum(['static', 'dynamic']),
            outputs: z.array(StaticOutput).default([]),
          })
          .default({ type: 'dynamic', outputs: [] }),
      }),
    )
    .default([]),
};

const ManifestDocument = z.object({
  app: z.object({
    id: z.string(),
    storage: z
      .object({
        entities: z.array(
          z.object({
            name: z.string(),
            attributes: z.record(z.string(), Attribute),
            indexes: z.array(Index).default([]),
          }),
        ),
      })
      .default({ entities: [] }),
  }),
  permissions: z
    .object({
      scopes: Scopes.default([]),
      external: z
        .object({
          fetch: z
            .object({
              backend: z
                .array(z.union([z.string(), z.object({ address: z.string() })]))
                .default([]),
            })
            .default({ backend: [] }),
          configurable: z.object({ enabled: z.boolean() }).default({ enabled: false }),
        })
        .default({ fetch: { backend: [] }, configurable: { enabled: false } }),
    })
    .default({
      scopes: [],
      external: { fetch: { backend: [] }, configurable: { enabled: false } },
    }),
  modules: z.looseObject(BackgroundModules),
});
type ManifestDocument = z.infer<typeof ManifestDocument>;

/** A module that a screen belongs to, with the resolver function that answers its calls. */
type ScreenModule = { type: string; key: string; functionKey: string };

export type ManifestFunction = {
  key: string;
  /** Path under `src/` without its extension, and the export that is called. */
  file: string;
  exportName: string;
  timeoutSeconds: number | undefined;
};

export type EntityIndex = { range: string; partition: readonly string[] };

export type Entity = {
  attributes: Readonly<Record<string, z.infer<typeof Attribute>['type']>>;
  indexes: ReadonlyMap<string, EntityIndex>;
};

/** What the platform reads of manifest.yml. */
export type Manifest = Pick<
  ManifestDocument['modules'],
  'consumer' | 'scheduledTrigger' | 'trigger' | 'webtrigger'
> & {
  appId: string;
  functions: ReadonlyMap<string, ManifestFunction>;
  screens: readonly ScreenModule[];
  entities: ReadonlyMap<string, Entity>;
  scopes: ReadonlySet<string>;
  /** Scopes that allow to act as a user who is not there. */
  offlineScopes: ReadonlySet<string>;
  egress: { addresses: readonly string[]; isConfigurable: boolean };
  searchFields: readonly SearchField[];
};

const known = new Map<string, { text: string; manifest: Manifest }>();

/**
 * Reads manifest.yml; throws with the file, the place and the reason when it is not as Forge wants it.
 * The same text is parsed once: a test opens a site for each of its cases.
 */
export function readManifest(path: string): Manifest {
  const text = readFileSync(path, 'utf8');
  const before = known.get(path);
  if (before?.text === text) return before.manifest;
  const manifest = parseManifest(parse(text), path);
  known.set(path, { text, manifest });
  return manifest;
}

/** The manifest in `document`; `path` names it in errors. */
export function parseManifest(document: unknown, path = 'manifest.yml'): Manifest {
  const parsed = ManifestDocument.safeParse(document);
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  const { app, modules, permissions } = parsed.data;
  const { scopes, external } = permissions;
  return {
    appId: app.id,
    functions: new Map(modules.function.map((entry) => [entry.key, toFunction(entry)])),
    consumer: modules.consumer,
    scheduledTrigger: modules.scheduledTrigger,
    trigger: modules.trigger,
    webtrigger: modules.webtrigger,
    screens: toScreens(modules),
    entities: new Map(app.storage.entities.map((entity) => [entity.name, toEntity(entity)])),
    scopes: new Set(Array.isArray(scopes) ? scopes : Object.keys(scopes)),
    offlineScopes: new Set(toOfflineScopes(scopes)),
    egress: {
      addresses: external.fetch.backend.map((entry) =>
        typeof entry === 'string' ? entry : entry.address,
      ),
      isConfigurable: external.configurable.enabled,
    },
    searchFields: readSearchFields(modules),
  };
}

type FunctionEntry = ManifestDocument['modules']['function'][number];

function toFunction({ key, handler, timeoutSeconds }: FunctionEntry): ManifestFunction {
  const dot = handler.lastIndexOf('.');
  return { key, file: handler.slice(0, dot), exportName: handler.slice(dot + 1), timeoutSeconds };
}

function toScreens(modules: Record<string, unknown>): ScreenModule[] {
  return Object.entries(modules)
    .filter(([type]) => !(type in BackgroundModules))
    .flatMap(([type, entries]) =>
      z
        .array(ResolverModule)
        .catch([])
        .parse(entries)
        .flatMap(({ key, resolver }) =>
          resolver ? [{ type, key, functionKey: resolver.function }] : [],
        ),
    );
}

type EntityEntry = ManifestDocument['app']['storage']['entities'][number];

function toEntity({ attributes, indexes }: EntityEntry): Entity {
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { type }]) => [name, type]),
    ),
    indexes: new Map([['by-key', { range: 'key', partition: [] }], ...indexes.map(toIndex)]),
  };
}

function toIndex(index: z.infer<typeof Index>): [string, EntityIndex] {
  if (typeof index === 'string') return [index, { range: index, partition: [] }];
  return [index.name, { range: index.range[0] ?? '', partition: index.partition }];
}

function toOfflineScopes(scopes: z.infer<typeof Scopes>): string[] {
  if (Array.isArray(scopes)) return [];
  return Object.entries(scopes).flatMap(([scope, { allowImpersonation }]) =>
    allowImpersonation ? [scope] : [],
  );
}
