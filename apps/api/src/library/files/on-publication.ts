/** A version carries the files of its draft from the transaction that publishes it. */
import { inTransaction } from '../../platform/events/index.js';
import { ResourcePublished } from '../resources/resource.events.js';
import { carryIntoVersion } from './carry-files.js';

inTransaction(ResourcePublished, (transaction, { aggregateId, payload }) => carryIntoVersion(transaction, aggregateId, payload.versionId));
