/** How collections are found by id. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeFinders } from '../../platform/graphql/node-finders.js';
import { CollectionReader } from './collection.reader.js';

@Injectable()
export class CollectionNodes implements OnModuleInit {
  constructor(@Inject(CollectionReader) private readonly reader: CollectionReader, @Inject(NodeFinders) private readonly finders: NodeFinders) {}

  onModuleInit(): void {
    this.finders.register('collection', (viewer, keys, info) => this.reader.byKeys(viewer, keys, info));
  }
}
