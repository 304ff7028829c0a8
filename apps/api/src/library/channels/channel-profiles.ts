/** Reads what is known of each format now. Everybody may know it, so nobody is asked who they are. */
import { Inject, Injectable } from '@nestjs/common';
import { type ChannelFacts, channelProfile, type ChannelProfile, type Profiles } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';

export interface TermOf { readonly id: string; readonly scheme: string; readonly label: string; readonly description: string | null; readonly isRetired: boolean }
export interface KnownProfile {
  readonly profile: ChannelProfile;
  readonly number: number;
  readonly facts: ChannelFacts;
  readonly note: string | null;
  readonly format: TermOf;
  readonly channel: TermOf | null;
}

interface Row { number: number; facts: ChannelFacts; checked_on: string; source: string; confidence: string; note: string | null; format: TermOf; channel: TermOf | null }

const termSql = (term: string): string => `json_build_object('id', ${term}.id, 'scheme', ${term}.scheme, 'label', ${term}.label, 'description', ${term}.description, 'isRetired', ${term}.retired_at is not null)`;
/** The latest version of each format, in the order of channels and formats. */
const KNOWN = `
  select k.number, k.facts, to_char(k.checked_on, 'YYYY-MM-DD') as checked_on, k.source, k.confidence, k.note, ${termSql('t')} as format, case when c.id is not null then ${termSql('c')} end as channel
    from (select distinct on (p.format_id) p.* from channel_profile p order by p.format_id, p.number desc) k
    join term t on t.id = k.format_id left join term c on c.id = t.facts ->> 'channel'
   where ($1::text is null or c.id = $1) order by c.position, t.position, t.id`;

@Injectable()
export class ChannelProfiles {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Those of one channel, or all. */
  async all(channel: string | null = null): Promise<readonly KnownProfile[]> {
    return (await this.database.read<Row>(KNOWN, [channel])).map(knownProfile);
  }

  /** As the rules of templates ask for them. */
  async byFormat(): Promise<Profiles> {
    return new Map((await this.all()).map(({ profile }) => [profile.format, profile]));
  }
}

function knownProfile({ number, facts, note, format, channel, checked_on: asOf, source, confidence }: Row): KnownProfile {
  return { number, facts, note, format, channel, profile: profileFrom(format.id, channel?.id ?? null, { facts, checkedOn: asOf, source, confidence }) };
}

export interface KnownFacts { readonly facts: ChannelFacts; readonly checkedOn: string; readonly source: string; readonly confidence: string }

/** The profile as the rules read it. */
export function profileFrom(format: string, channel: string | null, { facts, checkedOn, source, confidence }: KnownFacts): ChannelProfile {
  return channelProfile(format, { channel, constraints: { ...facts, asOf: checkedOn, source, confidence } });
}
