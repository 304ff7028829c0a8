/** A version is held against the limits in the transaction that publishes it. */
import { inTransaction } from '../../platform/events/index.js';
import { ResourcePublished } from '../resources/resource.events.js';
import { holdVersion } from './hold-against-limits.js';

inTransaction(ResourcePublished, (transaction, { payload }) => holdVersion(transaction, payload.versionId));
