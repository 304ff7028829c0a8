/** The tables of this room. */
import { BrokenLimitRow } from './broken-limits/broken-limit.entity.js';
import { ChannelProfileRow } from './channels/channel-profile.entity.js';
import { CollectionItemRow, CollectionRow } from './collections/collection.entity.js';
import { DraftEditorRow } from './editing/draft-editor.entity.js';
import { DraftFileRow, FileUploadRow, KeptBytesRow, VersionFileRow } from './files/file.entity.js';
import { ImportSourceRow, VersionOriginRow } from './interchange/import-source.entity.js';
import { RedactedVersionRow, RedactionRow } from './redaction/redaction.entity.js';
import { ResourceGroupRow } from './resources/resource-group.entity.js';
import { LifecycleEventRow, ResourceContributorRow, ResourceDraftRow, ResourceRow, ResourceTermRow, ResourceVersionRow, ReviewItemRow } from './resources/resource.entity.js';
import { ResourceSlugRow } from './resources/resource-slug.entity.js';
import { UpstreamOfferRow } from './upstream/offer.entity.js';
import { UpstreamDecisionRow, UpstreamPullRow } from './upstream/upstream-pull.entity.js';
import { TermRow } from './vocabulary/term.entity.js';

export const LIBRARY_ENTITIES = [
  TermRow, ResourceRow, ResourceDraftRow, ResourceVersionRow, ResourceContributorRow, ResourceTermRow, ResourceGroupRow, LifecycleEventRow, ReviewItemRow,
  ImportSourceRow, VersionOriginRow, ResourceSlugRow, ChannelProfileRow, BrokenLimitRow, RedactionRow, RedactedVersionRow, DraftEditorRow,
  UpstreamPullRow, UpstreamDecisionRow, UpstreamOfferRow,
  DraftFileRow, VersionFileRow, FileUploadRow, KeptBytesRow,
  CollectionRow, CollectionItemRow,
];
