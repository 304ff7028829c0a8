/** Freezes the numbers of a draft with the version that is published from it, in the same transaction. */
import { ResourcePublished } from '../../library/index.js';
import { inTransaction } from '../../platform/events/index.js';
import { freezeNumbers } from './store-numbers.js';

inTransaction(ResourcePublished, (transaction, { aggregateId, payload }) => freezeNumbers(transaction, aggregateId, payload.versionId));
