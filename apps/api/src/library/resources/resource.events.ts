/** What can happen to a published resource. Upper rooms listen; this room knows none of them. */
import { defineEvent } from '../../platform/events/index.js';

/** A version became the one that is shown. Told while the draft still stands, so that a listener can read what it carries over. */
export const ResourcePublished = defineEvent<{ versionId: string; institutionId: string }>('resource.published');
export const ResourceArchived = defineEvent<Record<string, never>>('resource.archived');
export const ResourceRestored = defineEvent<Record<string, never>>('resource.restored');
/** Its audience became smaller. A larger one comes with a new version. */
export const ResourceNarrowed = defineEvent<Record<string, never>>('resource.narrowed');
