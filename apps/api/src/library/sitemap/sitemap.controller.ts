/** `/sitemap.xml`: one sitemap, or an index of several once there is more than one may hold. */
import { Controller, Get, Header, Inject, NotFoundException, Query } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { apiId, readApiId } from '../../platform/ids/ids.js';
import { STANDING_PAGES, sitemap, sitemapIndex } from './sitemap.js';
import { SitemapReader } from './sitemap.reader.js';

const STANDING = 'pages';
const FIRST = 'first';

@Controller()
export class SitemapController {
  constructor(@Inject(SitemapReader) private readonly reader: SitemapReader, @Inject(CONFIG) private readonly config: Config) {}

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  async answer(@Query('part') part: unknown): Promise<string> {
    const { publicUrl } = this.config;
    if (part === STANDING) return sitemap(publicUrl, await this.standing());
    if (part !== undefined) return sitemap(publicUrl, await this.reader.resources(keyOf(part)));
    const pieces = await this.reader.pieces();
    if (pieces.length > 1) return sitemapIndex(publicUrl, [STANDING, ...pieces.map((after) => (after === null ? FIRST : apiId('resource', after)))].map((name) => `/sitemap.xml?part=${name}`));
    return sitemap(publicUrl, [...(await this.standing()), ...(await this.reader.resources(null))]);
  }

  private async standing() {
    return [...STANDING_PAGES, ...(await this.reader.institutions()), ...(await this.reader.collections())];
  }
}

function keyOf(part: unknown): string | null {
  if (part === FIRST) return null;
  const read = typeof part === 'string' ? readApiId(part) : null;
  if (read?.type !== 'resource') throw new NotFoundException();
  return read.key;
}
