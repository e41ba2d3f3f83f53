import type { Entity, Manifest } from '../manifest';

import { StorageRefusal } from './refusal';
import type { Item } from './request';
import { MAX_TTL_MS, toMs } from './time-to-live';

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const MAX_KEY_LENGTH = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;
const INT32 = 2 ** 31;

/**
 * The key, if the store takes it.
 *
 * Source: https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
 */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key.length === 0) {
    throw new StorageRefusal('KEY_TOO_SHORT', 'The provided key needs at least one character.');
  }
  if (key.length > MAX_KEY_LENGTH) {
    throw new StorageRefusal('KEY_TOO_LONG', 'The provided key has exceeded 500 characters.');
  }
  if (!KEY.test(key)) {
    throw new StorageRefusal(
      'INVALID_KEY',
      `The provided key does not match the regex: ${String(KEY)}`,
    );
  }
  return key;
}

function checkValue(value: unknown): void {
  if (value === undefined || value === null) {
    throw new StorageRefusal('INVALID_VALUE', 'A value is required.');
  }
  if (byteSize(value) > MAX_VALUE_BYTES) {
    throw new StorageRefusal('MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  if (depthOf(value) > MAX_DEPTH) {
    throw new StorageRefusal(
      'MAX_DEPTH',
      'The provided value has exceeded the maximum object depth.',
    );
  }
}

/** The key of an item that may be written. */
export function checkItem({ entities }: Manifest, item: Item): string {
  const { key, value, entityName, options } = item;
  const checked = checkKey(key);
  checkValue(value);
  if (options?.ttl && toMs(options.ttl) > MAX_TTL_MS) {
    throw new StorageRefusal('INVALID_TTL', 'The time to live must be at most one year.');
  }
  const entity = entityName === undefined ? undefined : entities.get(entityName);
  if (entity) checkEntityValue(entity, value);
  return checked;
}

/** Entity values are typed strictly: only declared attributes, each of its declared type. */
function checkEntityValue(entity: Entity, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new StorageRefusal('INVALID_ENTITY_VALUE', 'An entity value must be an object.');
  }
  for (const [name, part] of Object.entries(value)) {
    const type = entity.attributes[name];
    if (type === undefined) {
      throw new StorageRefusal(
        'INVALID_ENTITY_ATTRIBUTE',
        `The attribute ${name} is not declared in the manifest.`,
      );
    }
    if (!ATTRIBUTE_TYPES[type](part)) {
      throw new StorageRefusal(
        'INVALID_ENTITY_VALUE',
        `The attribute ${name} must be of type ${type}.`,
      );
    }
  }
}

const ATTRIBUTE_TYPES: Record<Entity['attributes'][string], (value: unknown) => boolean> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value) && Number(value) >= -INT32 && Number(value) < INT32,
};

const sizes = new WeakMap<object, number>();

/** Of what came as JSON or is stored: it does not change any more, and is measured once. */
export function byteSize(value: unknown): number {
  if (typeof value !== 'object' || value === null) return measure(value);
  const size = sizes.get(value) ?? measure(value);
  sizes.set(value, size);
  return size;
}

const measure = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part));
  return 1 + deepest;
}
