/** Finds anything by its id. Each room says how its own types are found; ids of one type are found together. */
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { invalidInput } from '../errors/domain-error.js';
import { type IdType, readApiId } from '../ids/ids.js';

/** What stands behind some keys of one type, as far as the viewer may see it. */
export type NodeFinder = (viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo) => Promise<ReadonlyMap<string, object>>;

const MOST_IDS = 100;

@Injectable()
export class NodeFinders {
  private readonly byType = new Map<IdType, NodeFinder>();

  /** Rooms call it once for each of their types, at start. */
  register(type: IdType, finder: NodeFinder): void {
    if (this.byType.has(type)) throw new Error(`Nodes of the type ${type} are found twice.`);
    this.byType.set(type, finder);
  }

  /** In the order of `ids`; null for what is absent, malformed, of an unknown type or not for the viewer: nobody can tell which. */
  async find(viewer: Viewer, ids: readonly string[], info: GraphQLResolveInfo): Promise<(object | null)[]> {
    if (ids.length > MOST_IDS) throw invalidInput(`At most ${MOST_IDS} ids are answered at once.`, { path: ['ids'] });
    const asked = ids.map((id) => readApiId(id));
    const found = new Map<IdType, ReadonlyMap<string, object>>();
    for (const [type, finder] of this.byType) {
      const keys = [...new Set(asked.flatMap((read) => (read?.type === type ? [read.key] : [])))];
      if (keys.length > 0) found.set(type, await finder(viewer, keys, info));
    }
    return asked.map((read) => (read === null ? null : (found.get(read.type)?.get(read.key) ?? null)));
  }
}
