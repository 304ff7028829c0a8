/** Migrations in order; one that has landed is never edited. */
import { First20261125070000 } from './20261125070000-first.js';
import { Search20261125080000 } from './20261125080000-search.js';
import { Evidence20261125090000 } from './20261125090000-evidence.js';
import { Slugs20261125091000 } from './20261125091000-slugs.js';
import { Groups20261125092000 } from './20261125092000-groups.js';
import { ViewerNotices20261125092500 } from './20261125092500-viewer-notices.js';
import { Interchange20261125093000 } from './20261125093000-interchange.js';
import { InstitutionSources20261125094000 } from './20261125094000-institution-sources.js';
import { SearchTags20261125105000 } from './20261125105000-search-tags.js';
import { SearchFacets20261125120000 } from './20261125120000-search-facets.js';
import { TeamIndex20261125121000 } from './20261125121000-team-index.js';
import { AuthorTeamsOnRecord20261125130000 } from './20261125130000-author-teams-on-record.js';
import { IdentifierSources20261125131000 } from './20261125131000-identifier-sources.js';
import { Saml20261125140000 } from './20261125140000-saml.js';
import { Audit20261125150000 } from './20261125150000-audit.js';
import { SecondWall20261125160000 } from './20261125160000-second-wall.js';
import { SignInSetUp20261128090000 } from './20261128090000-sign-in-set-up.js';
import { RateLimits20261128093000 } from './20261128093000-rate-limits.js';
import { BreakGlass20261128094000 } from './20261128094000-break-glass.js';
import { Joining20261128100000 } from './20261128100000-joining.js';
import { MemberPasskeys20261128110000 } from './20261128110000-member-passkeys.js';
import { ApiClients20261128120000 } from './20261128120000-api-clients.js';
import { WaysIn20261128121000 } from './20261128121000-ways-in.js';
import { SealedSecrets20261128122000 } from './20261128122000-sealed-secrets.js';
import { ChannelProfiles20261128130000 } from './20261128130000-channel-profiles.js';
import { BrokenLimits20261128140000 } from './20261128140000-broken-limits.js';
import { Redaction20261128141000 } from './20261128141000-redaction.js';
import { DraftEditors20261128142000 } from './20261128142000-draft-editors.js';
import { Upstream20261128150000 } from './20261128150000-upstream.js';
import { UpstreamOffers20261128151000 } from './20261128151000-upstream-offers.js';
import { ImportReports20261128160000 } from './20261128160000-import-reports.js';
import { Files20261128170000 } from './20261128170000-files.js';
import { RedactionAside20261128180000 } from './20261128180000-redaction-aside.js';
import { Collections20261128190000 } from './20261128190000-collections.js';
import { UseReminders20261128200000 } from './20261128200000-use-reminders.js';
import { KeptBytes20261128210000 } from './20261128210000-kept-bytes.js';
import { RedactedNumbers20261128220000 } from './20261128220000-redacted-numbers.js';

export const MIGRATIONS = [
  First20261125070000, Search20261125080000, Evidence20261125090000, Slugs20261125091000, Groups20261125092000, ViewerNotices20261125092500,
  Interchange20261125093000, InstitutionSources20261125094000,
  SearchTags20261125105000, SearchFacets20261125120000, TeamIndex20261125121000, AuthorTeamsOnRecord20261125130000, IdentifierSources20261125131000,
  Saml20261125140000, Audit20261125150000, SecondWall20261125160000, SignInSetUp20261128090000, RateLimits20261128093000, BreakGlass20261128094000, Joining20261128100000,
  MemberPasskeys20261128110000, ApiClients20261128120000, WaysIn20261128121000, SealedSecrets20261128122000, ChannelProfiles20261128130000,
  BrokenLimits20261128140000, Redaction20261128141000, DraftEditors20261128142000,
  Upstream20261128150000, UpstreamOffers20261128151000,
  ImportReports20261128160000,
  Files20261128170000, RedactionAside20261128180000, Collections20261128190000, UseReminders20261128200000, KeptBytes20261128210000, RedactedNumbers20261128220000,
];
