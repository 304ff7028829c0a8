/** What this room gives to the module. */
// Listeners, and the SQL of fields whose types are declared elsewhere.
import './broken-limits/on-publication.js';
import './collections/collection.fields.js';
import './redaction/redaction.fields.js';
import './resources/draft.fields.js';
import './resources/review.fields.js';
import './documents/import-report.fields.js';
import './upstream/offer.fields.js';
import './upstream/upstream.fields.js';
import { BrokenLimitResolver } from './broken-limits/broken-limit.resolver.js';
import { ChannelProfileCommands } from './channels/channel-profile.commands.js';
import { ChannelProfileResolver } from './channels/channel-profile.resolver.js';
import { ChannelProfiles } from './channels/channel-profiles.js';
import { CollectionCommands } from './collections/collection.commands.js';
import { CollectionNodes } from './collections/collection.nodes.js';
import { CollectionReader } from './collections/collection.reader.js';
import { CollectionItemCommands } from './collections/collection-item.commands.js';
import { CollectionResolver, CollectionsOfResourceResolver, StaleCollectionResolver } from './collections/collection.resolver.js';
import { DocumentCommands } from './documents/document.commands.js';
import { DocumentThreads } from './documents/document-thread.js';
import { EditingCommands } from './editing/editing.commands.js';
import { EditingResolver } from './editing/editing.resolver.js';
import { FILE_CONTROLLERS, FILE_PROVIDERS, FILE_RESOLVERS } from './files/providers.js';
import { RedactionCommands } from './redaction/redaction.commands.js';
import { RedactionResolver } from './redaction/redaction.resolver.js';
import { RenderingResolver } from './rendering/rendering.resolver.js';
import { RichTextResolver } from './kinds/rich-text.type.js';
import { AdaptationCommands } from './resources/adaptation.commands.js';
import { ContributorCommands } from './resources/contributor.commands.js';
import { ContributorResolver } from './resources/contributor.resolver.js';
import { DraftComparisonResolver } from './resources/draft-comparison.js';
import { LifecycleCommands } from './resources/lifecycle.commands.js';
import { ResourceCommands } from './resources/resource.commands.js';
import { ResourceListReader } from './resources/resource-list.reader.js';
import { ResourceReader } from './resources/resource.reader.js';
import { ResourceDraftResolver, ResourceResolver, StaleDraftResolver } from './resources/resource.resolver.js';
import { ResourceNodes } from './resources/resource.nodes.js';
import { ResourcePagesResolver } from './resources/resource-pages.resolver.js';
import { ReviewCommands } from './resources/review.commands.js';
import { ReviewReader } from './resources/review.reader.js';
import { ReviewResolver } from './resources/review.resolver.js';
import { VersionComparisonResolver } from './resources/version-comparison.resolver.js';
import { VersionCommands } from './resources/version.commands.js';
import { VersionReader } from './resources/version.reader.js';
import { VisibilityCommands } from './resources/visibility.commands.js';
import { SearchReader } from './resources/search.reader.js';
import { SearchResolver } from './resources/search.resolver.js';
import { ViewerWorkResolver } from './resources/viewer-work.resolver.js';
import { SitemapController } from './sitemap/sitemap.controller.js';
import { SITEMAP_READER } from './sitemap/sitemap.reader.js';
import { SeriesPlanResolver } from './timeline/series-plan.resolver.js';
import { TimelineResolver } from './timeline/timeline.resolver.js';
import { OfferCommands } from './upstream/offer.commands.js';
import { OfferReader } from './upstream/offer.reader.js';
import { OfferResolver, ToOfferResolver } from './upstream/offer.resolver.js';
import { PlaceholdersResolver } from './upstream/placeholders.js';
import { PullCommands } from './upstream/pull.commands.js';
import { UpstreamResolver } from './upstream/upstream.resolver.js';
import { TermResolver } from './vocabulary/term.resolver.js';
import { Vocabulary } from './vocabulary/vocabulary.js';

export const LIBRARY_RESOLVERS = [...FILE_RESOLVERS, BrokenLimitResolver, ChannelProfileResolver, CollectionResolver, CollectionsOfResourceResolver, StaleCollectionResolver, EditingResolver, RedactionResolver, RenderingResolver, ContributorResolver, ResourceResolver, ResourcePagesResolver, ResourceDraftResolver, RichTextResolver, ReviewResolver, SearchResolver, SeriesPlanResolver, StaleDraftResolver, TermResolver, TimelineResolver, UpstreamResolver, OfferResolver, ToOfferResolver, PlaceholdersResolver, VersionComparisonResolver, DraftComparisonResolver, ViewerWorkResolver];
export const LIBRARY_CONTROLLERS = [SitemapController, ...FILE_CONTROLLERS];
export const LIBRARY_PROVIDERS = [
  Vocabulary, ChannelProfiles, ChannelProfileCommands, SITEMAP_READER, ResourceReader, ResourceListReader, ResourceNodes, VersionReader, ReviewReader, SearchReader, ResourceCommands, ReviewCommands, LifecycleCommands, ContributorCommands, AdaptationCommands, VisibilityCommands, VersionCommands, RedactionCommands, EditingCommands, PullCommands, OfferCommands, OfferReader,
  { provide: DocumentThreads, useFactory: () => new DocumentThreads() }, DocumentCommands,
  CollectionReader, CollectionNodes, CollectionCommands, CollectionItemCommands,
  ...FILE_PROVIDERS, ...LIBRARY_RESOLVERS,
];
